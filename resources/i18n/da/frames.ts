<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n agreement(s) can be discussed again.</source>
        <translation>
            <numerusform>Én aftale kan drøftes igen.</numerusform>
            <numerusform>%n aftaler kan drøftes igen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n control(s), {time} a week.</source>
        <translation>
            <numerusform>Én kontrol, {time} om ugen.</numerusform>
            <numerusform>%n kontroller, {time} om ugen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is a habit.</source>
        <translation>
            <numerusform>Én af dem er vane.</numerusform>
            <numerusform>%n af dem er vane.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rung(s)</source>
        <translation>
            <numerusform>%n trin</numerusform>
            <numerusform>%n trin</numerusform>
        </translation>
    </message>
    <message>
        <source>Adapted here</source>
        <translation>Tilpasset hos os</translation>
    </message>
    <message>
        <source>Agreed rungs stay.</source>
        <translation>Aftalte trin bliver stående.</translation>
    </message>
    <message>
        <source>Back to the controls</source>
        <translation>Tilbage til kontrollerne</translation>
    </message>
    <message>
        <source>Before: {meaning}, {month}.</source>
        <translation>Før: {meaning}, {month}.</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Gøres om</translation>
    </message>
    <message>
        <source>Can it be done without?</source>
        <translation>Kan den undværes?</translation>
    </message>
    <message>
        <source>Caught in time</source>
        <translation>Opdages</translation>
    </message>
    <message>
        <source>Choose a control</source>
        <translation>Vælg en kontrol</translation>
    </message>
    <message>
        <source>Choose a form</source>
        <translation>Vælg en form</translation>
    </message>
    <message>
        <source>Choose a purpose</source>
        <translation>Vælg et formål</translation>
    </message>
    <message>
        <source>Choose who watches</source>
        <translation>Vælg, hvem der holder øje</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Ryd op</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Kontrol</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Kontroller</translation>
    </message>
    <message>
        <source>Controls name nobody. What is done is the task's, not somebody's.</source>
        <translation>Kontroller nævner ingen ved navn. De hører til opgaven, ikke til et menneske.</translation>
    </message>
    <message>
        <source>Demanded by</source>
        <translation>Krævet af</translation>
    </message>
    <message>
        <source>Discussed in MED</source>
        <translation>Drøftet i MED</translation>
    </message>
    <message>
        <source>Does it make sense to you?</source>
        <translation>Giver den mening for jer?</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ret</translation>
    </message>
    <message>
        <source>For the whole unit.</source>
        <translation>For hele enheden.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Rammer</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Fortsæt senere</translation>
    </message>
    <message>
        <source>Habits and what makes least sense come first. You can stop half way.</source>
        <translation>Vane og det, der giver mindst mening, står først. Du kan stoppe halvvejs.</translation>
    </message>
    <message>
        <source>Highest rung on the task: {rung}</source>
        <translation>Højeste trin på opgaven: {rung}</translation>
    </message>
    <message>
        <source>Holds for several, all the time</source>
        <translation>Gælder fast for flere</translation>
    </message>
    <message>
        <source>Link a control</source>
        <translation>Knyt en kontrol</translation>
    </message>
    <message>
        <source>Link to a task</source>
        <translation>Knyt til en opgave</translation>
    </message>
    <message>
        <source>Link without changing</source>
        <translation>Knyt uden at rette</translation>
    </message>
    <message>
        <source>Link, and change the task</source>
        <translation>Knyt, og ret opgaven</translation>
    </message>
    <message>
        <source>Linked, and the task is changed.</source>
        <translation>Knyttet, og opgaven er rettet.</translation>
    </message>
    <message>
        <source>Linked. The task is as it was.</source>
        <translation>Knyttet. Opgaven er, som den var.</translation>
    </message>
    <message>
        <source>Looked at again</source>
        <translation>Ses på igen</translation>
    </message>
    <message>
        <source>Looked at: {count}. Freed: {time} a week.</source>
        <translation>Gennemgået: {count}. Frigivet: {time} om ugen.</translation>
    </message>
    <message>
        <source>Make the task clear</source>
        <translation>Gør opgaven klar</translation>
    </message>
    <message>
        <source>Minutes a week</source>
        <translation>Minutter om ugen</translation>
    </message>
    <message>
        <source>Mistakes take</source>
        <translation>Fejl trækker</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Flere felter</translation>
    </message>
    <message>
        <source>New control</source>
        <translation>Ny kontrol</translation>
    </message>
    <message>
        <source>No control here.</source>
        <translation>Ingen kontrol her.</translation>
    </message>
    <message>
        <source>No controls yet</source>
        <translation>Ingen kontroller endnu</translation>
    </message>
    <message>
        <source>None yet. A control that catches mistakes can make room.</source>
        <translation>Ingen endnu. En kontrol, der fanger fejl, kan give plads.</translation>
    </message>
    <message>
        <source>Not told yet</source>
        <translation>Ikke oplyst endnu</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ikke endnu</translation>
    </message>
    <message>
        <source>Note a new answer</source>
        <translation>Notér et nyt svar</translation>
    </message>
    <message>
        <source>Note the answer</source>
        <translation>Notér svaret</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>On no task. No rung depends on it.</source>
        <translation>Ingen opgaver. Intet trin afhænger af den.</translation>
    </message>
    <message>
        <source>One answer for the group, said aloud at a meeting. No count, no names.</source>
        <translation>Ét svar for gruppen, sagt højt på et møde. Ingen optælling, ingen navne.</translation>
    </message>
    <message>
        <source>Otherwise: link it now, and change the task when you have seen it work.</source>
        <translation>Ellers: Knyt den nu, og ret opgaven, når I har set den virke.</translation>
    </message>
    <message>
        <source>Our own</source>
        <translation>Vores egne</translation>
    </message>
    <message>
        <source>Save the control</source>
        <translation>Gem kontrollen</translation>
    </message>
    <message>
        <source>See what it changes</source>
        <translation>Se, hvad den ændrer</translation>
    </message>
    <message>
        <source>See what it changes on {task}</source>
        <translation>Se, hvad den ændrer på {task}</translation>
    </message>
    <message>
        <source>See your local agreement about notice before it starts.</source>
        <translation>Se jeres lokale aftale om varsel, før den begynder.</translation>
    </message>
    <message>
        <source>Set {task} back: {values}</source>
        <translation>Sæt {task} tilbage: {values}</translation>
    </message>
    <message>
        <source>Show stopped ones too</source>
        <translation>Vis også stoppede</translation>
    </message>
    <message>
        <source>Staff say</source>
        <translation>Personalet siger</translation>
    </message>
    <message>
        <source>Staff were told</source>
        <translation>Oplyst til medarbejderne</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Begynder</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop the control</source>
        <translation>Stop kontrollen</translation>
    </message>
    <message>
        <source>Stop “{name}”?</source>
        <translation>Stop «{name}»?</translation>
    </message>
    <message>
        <source>Stopped {day}</source>
        <translation>Stoppet {day}</translation>
    </message>
    <message>
        <source>Tasks, and the room it gives</source>
        <translation>Opgaver, og den plads den giver</translation>
    </message>
    <message>
        <source>The answer is noted.</source>
        <translation>Svaret er noteret.</translation>
    </message>
    <message>
        <source>The control is off the task.</source>
        <translation>Kontrollen er løst fra opgaven.</translation>
    </message>
    <message>
        <source>The control is stopped.</source>
        <translation>Kontrollen er stoppet.</translation>
    </message>
    <message>
        <source>Time a week</source>
        <translation>Tid om ugen</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Oplyst</translation>
    </message>
    <message>
        <source>Tried without until {day}</source>
        <translation>Prøves uden til {day}</translation>
    </message>
    <message>
        <source>Try without</source>
        <translation>Prøv uden</translation>
    </message>
    <message>
        <source>Try without for three months</source>
        <translation>Prøv uden i tre måneder</translation>
    </message>
    <message>
        <source>Try without until …</source>
        <translation>Prøv uden til …</translation>
    </message>
    <message>
        <source>Try without “{name}”</source>
        <translation>Prøv uden «{name}»</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Løs</translation>
    </message>
    <message>
        <source>Unlink from {task}</source>
        <translation>Løs fra {task}</translation>
    </message>
    <message>
        <source>Unlink “{name}” from {task}?</source>
        <translation>Løs «{name}» fra {task}?</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Indtil</translation>
    </message>
    <message>
        <source>We have tried it, and it catches what it should.</source>
        <translation>Vi har prøvet den, og den fanger det, den skal.</translation>
    </message>
    <message>
        <source>What are the figures used for, and who sees them?</source>
        <translation>Hvad bruges tallene til, og hvem ser dem?</translation>
    </message>
    <message>
        <source>What do we do?</source>
        <translation>Hvad gør vi?</translation>
    </message>
    <message>
        <source>What is not set back stays as it is. Agreed rungs stay.</source>
        <translation>Det, du ikke sætter tilbage, bliver, som det er. Aftalte trin bliver stående.</translation>
    </message>
    <message>
        <source>What was said?</source>
        <translation>Hvad blev der sagt?</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>Hvor?</translation>
    </message>
    <message>
        <source>Which controls</source>
        <translation>Hvilke kontroller</translation>
    </message>
    <message>
        <source>Who watches?</source>
        <translation>Hvem holder øje?</translation>
    </message>
    <message>
        <source>Why it is there</source>
        <translation>Hvorfor den findes</translation>
    </message>
    <message>
        <source>With the control</source>
        <translation>Med kontrollen</translation>
    </message>
    <message>
        <source>Write one you know. Then you can see which rung it makes room for.</source>
        <translation>Skriv én, I kender. Så kan du se, hvilket trin den giver plads til.</translation>
    </message>
    <message>
        <source>Write “an employee” instead</source>
        <translation>Skriv «en medarbejder» i stedet</translation>
    </message>
    <message>
        <source>You are trying without it.</source>
        <translation>I prøver uden den.</translation>
    </message>
    <message>
        <source>with the control {rung}</source>
        <translation>med kontrollen {rung}</translation>
    </message>
    <message>
        <source>{done} of {all} are done</source>
        <translation>{done} af {all} er gennemgået</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} t {minutes} min.</translation>
    </message>
    <message>
        <source>{name}, done</source>
        <translation>{name}, gennemgået</translation>
    </message>
    <message>
        <source>{purpose} · {time} a week</source>
        <translation>{purpose} · {time} om ugen</translation>
    </message>
</context>
</TS>
