<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n case(s) have passed the day of deletion.</source>
        <translation>
            <numerusform>%n sag skulle være slettet.</numerusform>
            <numerusform>%n sager skulle være slettet.</numerusform>
        </translation>
    </message>
    <message>
        <source>30 days more</source>
        <translation>30 dage mere</translation>
    </message>
    <message>
        <source>A control for a time</source>
        <translation>En kontrol i en periode</translation>
    </message>
    <message>
        <source>A fact</source>
        <translation>Et faktum</translation>
    </message>
    <message>
        <source>Add a control with an end</source>
        <translation>Tilføj en kontrol med en slutdag</translation>
    </message>
    <message>
        <source>Add another fact</source>
        <translation>Tilføj et faktum mere</translation>
    </message>
    <message>
        <source>Agree anew</source>
        <translation>Aftal igen</translation>
    </message>
    <message>
        <source>Agree how to go on</source>
        <translation>Aftal, hvordan I kommer videre</translation>
    </message>
    <message>
        <source>Agree on a rung</source>
        <translation>Aftal et trin</translation>
    </message>
    <message>
        <source>Agree on a rung first; the agreement brings the first follow-up.</source>
        <translation>Aftal et trin først; med aftalen følger den første opfølgning.</translation>
    </message>
    <message>
        <source>All of it as PDF, for the employee</source>
        <translation>Det hele som PDF til medarbejderen</translation>
    </message>
    <message>
        <source>All of it as it stands, for the case system</source>
        <translation>Det hele, som det står, til sagssystemet</translation>
    </message>
    <message>
        <source>All of it, for the employee</source>
        <translation>Det hele til medarbejderen</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>Tilbage til sagen</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Sag</translation>
    </message>
    <message>
        <source>Change the day</source>
        <translation>Ret dagen</translation>
    </message>
    <message>
        <source>Change «{text}»</source>
        <translation>Ret «{text}»</translation>
    </message>
    <message>
        <source>Choose a person or team</source>
        <translation>Vælg medarbejder eller team</translation>
    </message>
    <message>
        <source>Choose the task</source>
        <translation>Vælg opgaven</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Luk sagen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Lukkede</translation>
    </message>
    <message>
        <source>Copy the invitation</source>
        <translation>Kopiér invitationen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n case(s)?</source>
        <translation>
            <numerusform>Slet %n sag?</numerusform>
            <numerusform>Slet %n sager?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the case</source>
        <translation>Slet sagen</translation>
    </message>
    <message>
        <source>Delete the case here</source>
        <translation>Slet sagen her</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>Slet dem</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Slettet</translation>
    </message>
    <message>
        <source>Describe the task first: consequence, undo, catch and clarity.</source>
        <translation>Beskriv opgaven først: konsekvens, om det kan gøres om, om det opdages, og klarhed.</translation>
    </message>
    <message>
        <source>Do you agree?</source>
        <translation>Er I enige?</translation>
    </message>
    <message>
        <source>End the control</source>
        <translation>Afslut kontrollen</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakta</translation>
    </message>
    <message>
        <source>Find the cause together</source>
        <translation>Find årsagen sammen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsæt</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Skete</translation>
    </message>
    <message>
        <source>Held on</source>
        <translation>Holdt den</translation>
    </message>
    <message>
        <source>Hold or move it</source>
        <translation>Hold eller flyt den</translation>
    </message>
    <message>
        <source>How do you know it?</source>
        <translation>Hvor ved du det fra?</translation>
    </message>
    <message>
        <source>How do you see it so far?</source>
        <translation>Hvordan ser du på det indtil nu?</translation>
    </message>
    <message>
        <source>How does it end?</source>
        <translation>Hvordan slutter det?</translation>
    </message>
    <message>
        <source>How far you have come</source>
        <translation>Så langt er I</translation>
    </message>
    <message>
        <source>I am ready to talk</source>
        <translation>Jeg er klar til samtalen</translation>
    </message>
    <message>
        <source>If it stays with the two of you</source>
        <translation>Hvis sagen bliver hos jer to</translation>
    </message>
    <message>
        <source>If something happens, you note the facts in a couple of minutes.</source>
        <translation>Sker der noget, noterer du fakta på et par minutter.</translation>
    </message>
    <message>
        <source>In the employee's own words, also what you do not agree on.</source>
        <translation>Med medarbejderens egne ord, også det, I ikke er enige om.</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Inviter</translation>
    </message>
    <message>
        <source>Invited on</source>
        <translation>Inviteret den</translation>
    </message>
    <message>
        <source>It had been said before: {text}</source>
        <translation>Det var sagt på forhånd: {text}</translation>
    </message>
    <message>
        <source>It is about the frame and not about the person. The agreed rung stands.</source>
        <translation>Det handler om rammen, ikke om personen. Det aftalte trin står ved magt.</translation>
    </message>
    <message>
        <source>It was said that someone may come along</source>
        <translation>Det er sagt, at der må komme en med</translation>
    </message>
    <message>
        <source>Kept apart from the facts, and marked as yours. The employee may read it.</source>
        <translation>Det er din vurdering og står for sig selv. Medarbejderen må læse den.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Læring</translation>
    </message>
    <message>
        <source>Learning log</source>
        <translation>Læringslog</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>Imens</translation>
    </message>
    <message>
        <source>Moved to your own part.</source>
        <translation>Flyttet til din egen del.</translation>
    </message>
    <message>
        <source>My own part in it</source>
        <translation>Min egen del i det</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Næste spørgsmål</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Næste skridt</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>No breaches.</source>
        <translation>Ingen brud.</translation>
    </message>
    <message>
        <source>No case here.</source>
        <translation>Ingen sager her.</translation>
    </message>
    <message>
        <source>No later than</source>
        <translation>Senest</translation>
    </message>
    <message>
        <source>No proposal</source>
        <translation>Intet forslag</translation>
    </message>
    <message>
        <source>No rung is agreed yet.</source>
        <translation>Der er ikke aftalt et trin endnu.</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>Ikke lukket</translation>
    </message>
    <message>
        <source>Note the facts</source>
        <translation>Noter fakta</translation>
    </message>
    <message>
        <source>Nothing is agreed to change.</source>
        <translation>Der er ikke aftalt noget, der skal ændres.</translation>
    </message>
    <message>
        <source>Nothing is written yet. A line without names comes from a case.</source>
        <translation>Der står ikke noget endnu. En linje uden navne kommer fra en sag.</translation>
    </message>
    <message>
        <source>Nothing is written yet. Write it in the agreement.</source>
        <translation>Der står ikke noget endnu. Skriv det i aftalen.</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>Ikke mere</translation>
    </message>
    <message>
        <source>On to the agreement</source>
        <translation>Videre til aftalen</translation>
    </message>
    <message>
        <source>On to the follow-ups</source>
        <translation>Videre til opfølgningerne</translation>
    </message>
    <message>
        <source>On to the closing</source>
        <translation>Videre til lukningen</translation>
    </message>
    <message>
        <source>On to what can be learned</source>
        <translation>Videre til læringen</translation>
    </message>
    <message>
        <source>On to your own part</source>
        <translation>Videre til din egen del</translation>
    </message>
    <message>
        <source>One line for all</source>
        <translation>En linje til alle</translation>
    </message>
    <message>
        <source>Only for you, until you talk</source>
        <translation>Kun til dig, indtil I taler sammen</translation>
    </message>
    <message>
        <source>Only the facts for now. Until you have talked, no rung rises on this task.</source>
        <translation>Kun fakta i første omgang. Indtil I har talt sammen, stiger trinnet ikke på den opgave.</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Åbn samtalen</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
    <message>
        <source>Part of the conversation</source>
        <translation>Del af samtalen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Hold pause</translation>
    </message>
    <message>
        <source>Print for both</source>
        <translation>Udskriv til begge</translation>
    </message>
    <message>
        <source>Print or save</source>
        <translation>Udskriv eller gem</translation>
    </message>
    <message>
        <source>Question before</source>
        <translation>Forrige spørgsmål</translation>
    </message>
    <message>
        <source>Question {number} of {all}</source>
        <translation>Spørgsmål {number} af {all}</translation>
    </message>
    <message>
        <source>Rate anew, now that you have talked</source>
        <translation>Vurdér igen, nu I har talt sammen</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Fjern linjen</translation>
    </message>
    <message>
        <source>Remove «{text}»</source>
        <translation>Fjern «{text}»</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Fjernet.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Save for the case system</source>
        <translation>Gem til sagssystemet</translation>
    </message>
    <message>
        <source>Saved at {time}</source>
        <translation>Gemt kl. {time}</translation>
    </message>
    <message>
        <source>Saved. The file is not encrypted; keep it where others cannot read it.</source>
        <translation>Gemt. Filen er ikke krypteret; læg den et sted, hvor andre ikke kan læse den.</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Tal sammen</translation>
    </message>
    <message>
        <source>The agreement, one page for both</source>
        <translation>Aftalen på én side til begge</translation>
    </message>
    <message>
        <source>The case is closed.</source>
        <translation>Sagen er lukket.</translation>
    </message>
    <message>
        <source>The case is done. Nothing more is to be written here.</source>
        <translation>Sagen er færdig. Her skal ikke skrives mere.</translation>
    </message>
    <message>
        <source>The control has ended.</source>
        <translation>Kontrollen er slut.</translation>
    </message>
    <message>
        <source>The fact is removed.</source>
        <translation>Faktum er fjernet.</translation>
    </message>
    <message>
        <source>The facts are noted.</source>
        <translation>Fakta er noteret.</translation>
    </message>
    <message>
        <source>The line is in the learning log.</source>
        <translation>Linjen står i læringsloggen.</translation>
    </message>
    <message>
        <source>The line is removed.</source>
        <translation>Linjen er fjernet.</translation>
    </message>
    <message>
        <source>The main cause</source>
        <translation>Hovedårsagen</translation>
    </message>
    <message>
        <source>The proposal</source>
        <translation>Forslaget</translation>
    </message>
    <message>
        <source>The rung from now on</source>
        <translation>Trinnet fra nu af</translation>
    </message>
    <message>
        <source>Until now: rung {rung}, {name}</source>
        <translation>Indtil nu: trin {rung}, {name}</translation>
    </message>
    <message>
        <source>Use the usual ones for this cause</source>
        <translation>Brug det sædvanlige for den årsag</translation>
    </message>
    <message>
        <source>Was a red line crossed?</source>
        <translation>Blev en rød linje krydset?</translation>
    </message>
    <message>
        <source>We have talked</source>
        <translation>Vi har talt sammen</translation>
    </message>
    <message>
        <source>What can you both see?</source>
        <translation>Hvad kan I begge se?</translation>
    </message>
    <message>
        <source>What else played a part?</source>
        <translation>Hvad spillede også ind?</translation>
    </message>
    <message>
        <source>What had you agreed?</source>
        <translation>Hvad havde I aftalt?</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Hvad skete der?</translation>
    </message>
    <message>
        <source>What should change?</source>
        <translation>Hvad bør ændres?</translation>
    </message>
    <message>
        <source>What was seen and heard, in order.</source>
        <translation>Det, der blev set og hørt, i rækkefølge.</translation>
    </message>
    <message>
        <source>What was seen, said or left undone. No words about the person, no illness, no other names.</source>
        <translation>Det, der blev set, sagt eller ikke gjort. Intet om personen, sygdom eller andres navne.</translation>
    </message>
    <message>
        <source>What you say to each other</source>
        <translation>Det siger I til hinanden</translation>
    </message>
    <message>
        <source>What?</source>
        <translation>Hvad?</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>Hvornår?</translation>
    </message>
    <message>
        <source>Who does it?</source>
        <translation>Hvem gør det?</translation>
    </message>
    <message>
        <source>Who held it</source>
        <translation>Hvem havde opgaven?</translation>
    </message>
    <message>
        <source>Who looks?</source>
        <translation>Hvem ser efter?</translation>
    </message>
    <message>
        <source>Who noticed? (role, not name)</source>
        <translation>Opdaget af (rolle)</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Hvorfor?</translation>
    </message>
    <message>
        <source>Write it in the learning log</source>
        <translation>Skriv i læringsloggen</translation>
    </message>
    <message>
        <source>Write what you both can see when it is done.</source>
        <translation>Skriv det, I begge kan se, når det er gjort.</translation>
    </message>
    <message>
        <source>Your assessment</source>
        <translation>Din vurdering</translation>
    </message>
    <message>
        <source>case</source>
        <translation>sag</translation>
    </message>
    <message>
        <source>no later than {day}</source>
        <translation>senest {day}</translation>
    </message>
    <message>
        <source>{purpose} Until {day}.</source>
        <translation>{purpose} Til og med {day}.</translation>
    </message>
    <message>
        <source>Agree on the rung and close the case</source>
        <translation>Aftal trinnet, og luk sagen</translation>
    </message>
    <message>
        <source>The case goes on outside the program.</source>
        <translation>Sagen går videre uden for programmet.</translation>
    </message>
    <message>
        <source>Take the case out</source>
        <translation>Før sagen ud</translation>
    </message>
    <message>
        <source>The rung meanwhile</source>
        <translation>Trinnet imens</translation>
    </message>
    <message>
        <source>Agree on a lower rung</source>
        <translation>Aftal et lavere trin</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Åbn den igen</translation>
    </message>
    <message>
        <source>{value}, rated {day}</source>
        <translation>{value}, vurderet {day}</translation>
    </message>
    <message>
        <source>Not rated since the talk</source>
        <translation>Ikke vurderet siden samtalen</translation>
    </message>
    <message>
        <source>To the track</source>
        <translation>Gå til sporet</translation>
    </message>
    <message>
        <source>The task is paused.</source>
        <translation>Opgaven er sat på pause.</translation>
    </message>
</context>
</TS>
