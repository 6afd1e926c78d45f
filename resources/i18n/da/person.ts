<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n agreement(s)</source>
        <translation>
            <numerusform>1 aftale</numerusform>
            <numerusform>%n aftaler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n breach(es)</source>
        <translation>
            <numerusform>1 brud</numerusform>
            <numerusform>%n brud</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not go as hoped</source>
        <translation>
            <numerusform>1 gik ikke som håbet</numerusform>
            <numerusform>%n gik ikke som håbet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>1 opfølgning</numerusform>
            <numerusform>%n opfølgninger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good follow-up(s)</source>
        <translation>
            <numerusform>1 god opfølgning</numerusform>
            <numerusform>%n gode opfølgninger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leap(s)</source>
        <translation>
            <numerusform>1 spring</numerusform>
            <numerusform>%n spring</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not looked at yet</source>
        <translation>
            <numerusform>1 er der ikke fulgt op på endnu</numerusform>
            <numerusform>%n er der ikke fulgt op på endnu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went partly well</source>
        <translation>
            <numerusform>1 gik delvis godt</numerusform>
            <numerusform>%n gik delvis godt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went well</source>
        <translation>
            <numerusform>1 gik godt</numerusform>
            <numerusform>%n gik godt</numerusform>
        </translation>
    </message>
    <message>
        <source>, at {time}</source>
        <translation> kl. {time}</translation>
    </message>
    <message>
        <source>A breach that is not closed</source>
        <translation>Et brud, der ikke er lukket</translation>
    </message>
    <message>
        <source>A breach was noted, at rung {rung}.</source>
        <translation>Et brud blev noteret på trin {rung}.</translation>
    </message>
    <message>
        <source>A conversation is about tasks that are rated or agreed. Begin with one in Trust.</source>
        <translation>En samtale handler om opgaver, der er vurderet eller aftalt. Begynd med én i Tillid.</translation>
    </message>
    <message>
        <source>A follow-up</source>
        <translation>En opfølgning</translation>
    </message>
    <message>
        <source>A rung is listed here when it has not moved for a year though the follow-ups were good.</source>
        <translation>Her står de trin, der ikke har flyttet sig i et år, selv om opfølgningerne var gode.</translation>
    </message>
    <message>
        <source>A year at the same rung, and the follow-ups were good. Is there room for a step, or is it right so?</source>
        <translation>Et år på samme trin, og opfølgningerne var gode. Er der plads til et skridt, eller er det rigtigt, som det er?</translation>
    </message>
    <message>
        <source>Accepted risk</source>
        <translation>Risikoen, I tager</translation>
    </message>
    <message>
        <source>Access: everything as a file</source>
        <translation>Indsigt: alt som fil</translation>
    </message>
    <message>
        <source>Add the plan</source>
        <translation>Tilføj planen</translation>
    </message>
    <message>
        <source>Agenda with {name}</source>
        <translation>Dagsorden med {name}</translation>
    </message>
    <message>
        <source>Agreed higher than is carried now:</source>
        <translation>Aftalt højere, end der kan bæres nu:</translation>
    </message>
    <message>
        <source>Agreed rung</source>
        <translation>Aftalt trin</translation>
    </message>
    <message>
        <source>Agreed today: {rung}.</source>
        <translation>Aftalt i dag: {rung}.</translation>
    </message>
    <message>
        <source>Agreed: rung {rung}.</source>
        <translation>Aftalt: trin {rung}.</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Aftaler</translation>
    </message>
    <message>
        <source>An agreement says the rung, the purpose, the limits, and when you meet about it.</source>
        <translation>En aftale siger trin, formål og grænser, og hvornår I mødes om den.</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Fordi</translation>
    </message>
    <message>
        <source>Because, {task}</source>
        <translation>Fordi, {task}</translation>
    </message>
    <message>
        <source>Because:</source>
        <translation>Fordi:</translation>
    </message>
    <message>
        <source>Before we talk</source>
        <translation>Før vi taler sammen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begynd</translation>
    </message>
    <message>
        <source>Begin the sheet</source>
        <translation>Begynd arket</translation>
    </message>
    <message>
        <source>Begin with one task: rate it, look at the suggestion, and agree a rung together.</source>
        <translation>Begynd med én opgave: vurdér den, se forslaget, og aftal et trin sammen.</translation>
    </message>
    <message>
        <source>Both: competence {competence}, intention {intention}, resources {resources}.</source>
        <translation>Begge: kompetence {competence}, intention {intention}, ressourcer {resources}.</translation>
    </message>
    <message>
        <source>Breaches</source>
        <translation>Brud</translation>
    </message>
    <message>
        <source>By when?</source>
        <translation>Inden hvornår?</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrering</translation>
    </message>
    <message>
        <source>Case {number} · {what}</source>
        <translation>Eksempel {number} · {what}</translation>
    </message>
    <message>
        <source>Change name, hours and teams</source>
        <translation>Ret navn, timer og team</translation>
    </message>
    <message>
        <source>Choose a rung for the task first.</source>
        <translation>Vælg først et trin for opgaven.</translation>
    </message>
    <message>
        <source>Choose a task</source>
        <translation>Vælg en opgave</translation>
    </message>
    <message>
        <source>Choose as you see it today. {name} sees it when both sides are closed.</source>
        <translation>Vælg, som du ser det i dag. {name} ser det, når begge dele er lukket.</translation>
    </message>
    <message>
        <source>Choose at least one task.</source>
        <translation>Vælg mindst én opgave.</translation>
    </message>
    <message>
        <source>Choose tasks</source>
        <translation>Vælg opgaver</translation>
    </message>
    <message>
        <source>Choose the rung that fits best.</source>
        <translation>Vælg det trin, der passer bedst.</translation>
    </message>
    <message>
        <source>Choose the rung you agree on.</source>
        <translation>Vælg det trin, I bliver enige om.</translation>
    </message>
    <message>
        <source>Choose the task it is about.</source>
        <translation>Vælg den opgave, det handler om.</translation>
    </message>
    <message>
        <source>Close an old rating until I have set a new one</source>
        <translation>Luk en gammel vurdering, til jeg har sat en ny</translation>
    </message>
    <message>
        <source>Close it again</source>
        <translation>Luk den igen</translation>
    </message>
    <message>
        <source>Close my side</source>
        <translation>Luk min del</translation>
    </message>
    <message>
        <source>Closed {day}.</source>
        <translation>Lukket {day}.</translation>
    </message>
    <message>
        <source>Compare with others on the same task</source>
        <translation>Sammenlign med andre på samme opgave</translation>
    </message>
    <message>
        <source>Competence</source>
        <translation>Kompetence</translation>
    </message>
    <message>
        <source>Competence sets the limit on: {tasks}.</source>
        <translation>Kompetence sætter grænsen på: {tasks}.</translation>
    </message>
    <message>
        <source>Competence {competence}, intention {intention}, resources {resources}</source>
        <translation>Kompetence {competence}, intention {intention}, ressourcer {resources}</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Samtaler</translation>
    </message>
    <message>
        <source>Could carry more than is agreed:</source>
        <translation>Kan bære mere, end der er aftalt:</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Forløb</translation>
    </message>
    <message>
        <source>Cover other people's names</source>
        <translation>Dæk andres navne</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>Datafil</translation>
    </message>
    <message>
        <source>Delete the plan «{what}»</source>
        <translation>Slet planen «{what}»</translation>
    </message>
    <message>
        <source>Delete the sheet</source>
        <translation>Slet arket</translation>
    </message>
    <message>
        <source>Delete the sheet?</source>
        <translation>Slet arket?</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Udvikling</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Forskelle</translation>
    </message>
    <message>
        <source>Each of you chooses a rung and writes why, before seeing the other's. What differs becomes the agenda. Few tasks make a better conversation.</source>
        <translation>I vælger hver især et trin og skriver hvorfor, før I ser den andens. Det, I ser forskelligt på, bliver dagsordenen. Få opgaver giver en bedre samtale.</translation>
    </message>
    <message>
        <source>End and write the agreement</source>
        <translation>Slut, og skriv aftalen</translation>
    </message>
    <message>
        <source>End the conversation</source>
        <translation>Slut samtalen</translation>
    </message>
    <message>
        <source>Every agreement brings its first follow-up with it.</source>
        <translation>Hver aftale har sin første opfølgning med.</translation>
    </message>
    <message>
        <source>Everybody is rated on something, and everybody has been given something new within a year.</source>
        <translation>Alle er vurderet på noget, og alle har fået noget nyt inden for et år.</translation>
    </message>
    <message>
        <source>Everybody who holds the task, by name, and why each holds the rung she does.</source>
        <translation>Alle, der har opgaven, i alfabetisk orden, og hvorfor de står på hver deres trin.</translation>
    </message>
    <message>
        <source>Everything here is written to be read by the employee. Look at the page together, and note the day.</source>
        <translation>Alt her er skrevet, så medarbejderen kan læse det. Se på siden sammen, og noter dagen.</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Opfølgning</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Opfølgninger</translation>
    </message>
    <message>
        <source>For the leader</source>
        <translation>Til lederen</translation>
    </message>
    <message>
        <source>For {name}</source>
        <translation>Til {name}</translation>
    </message>
    <message>
        <source>Go on with the conversation</source>
        <translation>Fortsæt samtalen</translation>
    </message>
    <message>
        <source>Go through it again</source>
        <translation>Tag runden igen</translation>
    </message>
    <message>
        <source>Has not been given a new task for a year.</source>
        <translation>Har ikke fået en ny opgave i et år.</translation>
    </message>
    <message>
        <source>Has not been rated on any task.</source>
        <translation>Er ikke vurderet på nogen opgave.</translation>
    </message>
    <message>
        <source>Hoped gain</source>
        <translation>Det, I håber på</translation>
    </message>
    <message>
        <source>Hoped gain: {gain}</source>
        <translation>I håber på: {gain}</translation>
    </message>
    <message>
        <source>How it leaves</source>
        <translation>Sådan kommer det ud</translation>
    </message>
    <message>
        <source>How would you rate {what}?</source>
        <translation>Hvordan vil du vurdere {what}?</translation>
    </message>
    <message>
        <source>How you use the scale</source>
        <translation>Sådan bruger du skalaen</translation>
    </message>
    <message>
        <source>How, and with whom?</source>
        <translation>Hvordan, og sammen med hvem?</translation>
    </message>
    <message>
        <source>If something goes wrong, you note the facts in a couple of minutes.</source>
        <translation>Sker der noget, noterer du fakta på et par minutter.</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>På plads</translation>
    </message>
    <message>
        <source>In place: {what}</source>
        <translation>På plads: {what}</translation>
    </message>
    <message>
        <source>Is put on the same task every time, though others are agreed too.</source>
        <translation>Får den samme opgave hver gang, selv om der også er aftaler om andre.</translation>
    </message>
    <message>
        <source>It did not go as hoped.</source>
        <translation>Det gik ikke som håbet.</translation>
    </message>
    <message>
        <source>It went partly well.</source>
        <translation>Det gik delvis godt.</translation>
    </message>
    <message>
        <source>It went well.</source>
        <translation>Det gik godt.</translation>
    </message>
    <message>
        <source>Keep it closed</source>
        <translation>Lad den være lukket</translation>
    </message>
    <message>
        <source>Last seen, {day}:</source>
        <translation>Sidst set, {day}:</translation>
    </message>
    <message>
        <source>Last seen:</source>
        <translation>Sidst set:</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Leder</translation>
    </message>
    <message>
        <source>Leaps</source>
        <translation>Spring</translation>
    </message>
    <message>
        <source>Let the other write first</source>
        <translation>Lad den anden skrive først</translation>
    </message>
    <message>
        <source>Limit: {what}</source>
        <translation>Grænsen: {what}</translation>
    </message>
    <message>
        <source>Lists and counts to think with. Names are in alphabetical order.</source>
        <translation>Lister og antal til at tænke med. Navnene står i alfabetisk rækkefølge.</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spejl</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mere</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Næste eksempel</translation>
    </message>
    <message>
        <source>No agreements yet</source>
        <translation>Ingen aftaler endnu</translation>
    </message>
    <message>
        <source>No breaches</source>
        <translation>Ingen brud</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Ingen samtaler endnu</translation>
    </message>
    <message>
        <source>No follow-up since then.</source>
        <translation>Ingen opfølgning siden da.</translation>
    </message>
    <message>
        <source>No follow-ups yet</source>
        <translation>Ingen opfølgninger endnu</translation>
    </message>
    <message>
        <source>No leaps yet</source>
        <translation>Ingen spring endnu</translation>
    </message>
    <message>
        <source>No plans yet</source>
        <translation>Ingen planer endnu</translation>
    </message>
    <message>
        <source>No ratings yet</source>
        <translation>Ingen vurderinger endnu</translation>
    </message>
    <message>
        <source>No reason written.</source>
        <translation>Der er ikke skrevet en begrundelse.</translation>
    </message>
    <message>
        <source>No rung is agreed.</source>
        <translation>Intet trin er aftalt.</translation>
    </message>
    <message>
        <source>No task is agreed or rated yet</source>
        <translation>Ingen opgave er aftalt eller vurderet endnu</translation>
    </message>
    <message>
        <source>No task is held by two yet</source>
        <translation>Ingen opgave er aftalt med to endnu</translation>
    </message>
    <message>
        <source>No task to talk about yet</source>
        <translation>Ingen opgave at tale om endnu</translation>
    </message>
    <message>
        <source>No unexplained differences</source>
        <translation>Ingen uforklarede forskelle</translation>
    </message>
    <message>
        <source>Nobody is passed by</source>
        <translation>Ingen er overset</translation>
    </message>
    <message>
        <source>Nobody with the same ratings on the same task has another rung. It may be different next month.</source>
        <translation>Ingen med samme vurderinger har forskellige trin på samme opgave. Det kan se anderledes ud næste måned.</translation>
    </message>
    <message>
        <source>Not agreed</source>
        <translation>Ikke aftalt</translation>
    </message>
    <message>
        <source>Not looked at yet.</source>
        <translation>Der er ikke fulgt op endnu.</translation>
    </message>
    <message>
        <source>Not shown yet.</source>
        <translation>Ikke vist endnu.</translation>
    </message>
    <message>
        <source>Not talked through yet.</source>
        <translation>Ikke talt igennem endnu.</translation>
    </message>
    <message>
        <source>Nothing from the employee yet</source>
        <translation>Intet fra medarbejderen endnu</translation>
    </message>
    <message>
        <source>Nothing has happened yet: no agreement, no follow-up.</source>
        <translation>Der er ikke sket noget endnu: ingen aftale, ingen opfølgning.</translation>
    </message>
    <message>
        <source>Nothing stands still</source>
        <translation>Intet står stille</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Intet at vise endnu</translation>
    </message>
    <message>
        <source>Now the leader writes</source>
        <translation>Nu skriver lederen</translation>
    </message>
    <message>
        <source>Now {name} writes</source>
        <translation>Nu skriver {name}</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>På papir</translation>
    </message>
    <message>
        <source>One small thing, in words you both can repeat.</source>
        <translation>Noget lille, sagt med ord, I begge kan gentage.</translation>
    </message>
    <message>
        <source>Open in Trust</source>
        <translation>Åbn i Tillid</translation>
    </message>
    <message>
        <source>Open the closed side again</source>
        <translation>Åbn den lukkede del igen</translation>
    </message>
    <message>
        <source>Open the closed side again?</source>
        <translation>Åbn den lukkede del igen?</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Åbn siden</translation>
    </message>
    <message>
        <source>Open the side</source>
        <translation>Åbn delen</translation>
    </message>
    <message>
        <source>Open the suggestion in Trust to see it</source>
        <translation>Åbn forslaget i Tillid for at se det</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overblik</translation>
    </message>
    <message>
        <source>Own view and wishes</source>
        <translation>Egen vurdering og ønsker</translation>
    </message>
    <message>
        <source>Own wishes</source>
        <translation>Egen vurdering og ønsker</translation>
    </message>
    <message>
        <source>Passed by</source>
        <translation>Overset</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Personlig</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planlagt</translation>
    </message>
    <message>
        <source>Planned, not held yet</source>
        <translation>Planlagt, ikke holdt endnu</translation>
    </message>
    <message>
        <source>Prepare a conversation</source>
        <translation>Forbered samtale</translation>
    </message>
    <message>
        <source>Prepare one, and each of you writes a half before you talk. The step you end with is kept here.</source>
        <translation>Forbered en samtale, så skriver I hver jeres del, før I taler sammen. Skridtet, I slutter med, står her bagefter.</translation>
    </message>
    <message>
        <source>Print everything</source>
        <translation>Udskriv alt</translation>
    </message>
    <message>
        <source>Print the agenda</source>
        <translation>Udskriv dagsordenen</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Faglig</translation>
    </message>
    <message>
        <source>Put a ring around the rung you would choose for each task, and write why. Do it before you see the other's sheet. What differs is what you talk about.</source>
        <translation>Sæt ring om det trin, du ville vælge for hver opgave, og skriv hvorfor. Gør det, før du ser den andens ark. Det, der er forskelligt, taler I om.</translation>
    </message>
    <message>
        <source>Rate a task</source>
        <translation>Vurdér en opgave</translation>
    </message>
    <message>
        <source>Rate again</source>
        <translation>Vurdér igen</translation>
    </message>
    <message>
        <source>Rate again: last rated {age}</source>
        <translation>Vurdér igen: sidst vurderet {age}</translation>
    </message>
    <message>
        <source>Rated {day}. The old value is closed until you have set a new one.</source>
        <translation>Vurderet {day}. Den gamle værdi er lukket, til du har sat en ny.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begrundelse</translation>
    </message>
    <message>
        <source>Reason:</source>
        <translation>Begrundelse:</translation>
    </message>
    <message>
        <source>Relational</source>
        <translation>Relationel</translation>
    </message>
    <message>
        <source>Rung for {task}</source>
        <translation>Trin for {task}</translation>
    </message>
    <message>
        <source>Rung {rung} was discussed {day} and is not accepted yet.</source>
        <translation>Trin {rung} blev drøftet {day} og er ikke accepteret endnu.</translation>
    </message>
    <message>
        <source>Rung {rung} was offered {day} and is not accepted yet.</source>
        <translation>Trin {rung} blev tilbudt {day} og er ikke accepteret endnu.</translation>
    </message>
    <message>
        <source>Rung {rung}, {name}, since {day}.</source>
        <translation>Trin {rung}, {name}, siden {day}.</translation>
    </message>
    <message>
        <source>Rung {rung}, {name}, was agreed again.</source>
        <translation>Trin {rung}, {name}, blev aftalt igen.</translation>
    </message>
    <message>
        <source>Rung {rung}, {name}, was agreed.</source>
        <translation>Trin {rung}, {name}, blev aftalt.</translation>
    </message>
    <message>
        <source>Rung {rung}, {name}, was agreed; before it was {before}.</source>
        <translation>Trin {rung}, {name}, blev aftalt; før var det {before}.</translation>
    </message>
    <message>
        <source>Rung {rung}; the suggestion was {suggested}.</source>
        <translation>Trin {rung}; forslaget var {suggested}.</translation>
    </message>
    <message>
        <source>Same task</source>
        <translation>Samme opgave</translation>
    </message>
    <message>
        <source>Same task, same ratings, different rungs. There may be a good reason; can you say it to both?</source>
        <translation>Samme opgave og samme vurderinger, men forskellige trin. Er der en god grund, og kan du sige den til dem begge?</translation>
    </message>
    <message>
        <source>Save data file</source>
        <translation>Gem datafil</translation>
    </message>
    <message>
        <source>See in Trust</source>
        <translation>Se i Tillid</translation>
    </message>
    <message>
        <source>See the answers</source>
        <translation>Se svarene</translation>
    </message>
    <message>
        <source>Sheet for a conversation</source>
        <translation>Ark til en samtale</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Vis den</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Vis flere</translation>
    </message>
    <message>
        <source>Show the old rating</source>
        <translation>Vis den gamle vurdering</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Vist</translation>
    </message>
    <message>
        <source>Shown to the employee</source>
        <translation>Vist for medarbejderen</translation>
    </message>
    <message>
        <source>Shown to the team {day}.</source>
        <translation>Vist for teamet {day}.</translation>
    </message>
    <message>
        <source>Shown today</source>
        <translation>Vist i dag</translation>
    </message>
    <message>
        <source>Since then:</source>
        <translation>Siden da:</translation>
    </message>
    <message>
        <source>Six invented cases. Rate them by the anchors before you rate your own people. Nothing is kept.</source>
        <translation>Seks opdigtede eksempler. Vurdér dem efter beskrivelserne, før du vurderer dine egne medarbejdere. Intet bliver gemt.</translation>
    </message>
    <message>
        <source>Something is written on it. Only the one who wrote it should see it now.</source>
        <translation>Der står noget i den. Kun den, der har skrevet det, skal se det nu.</translation>
    </message>
    <message>
        <source>Something to practise</source>
        <translation>Noget at øve</translation>
    </message>
    <message>
        <source>Standing still</source>
        <translation>Står stille</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Forslag</translation>
    </message>
    <message>
        <source>Taken back {day}.</source>
        <translation>Trukket tilbage {day}.</translation>
    </message>
    <message>
        <source>Talk and step</source>
        <translation>Samtale og skridt</translation>
    </message>
    <message>
        <source>Tasks to talk about</source>
        <translation>Opgaver at tale om</translation>
    </message>
    <message>
        <source>The agreement was taken back; none holds.</source>
        <translation>Aftalen blev trukket tilbage; ingen gælder.</translation>
    </message>
    <message>
        <source>The agreement was taken back; rung {rung} holds again.</source>
        <translation>Aftalen blev trukket tilbage; trin {rung} gælder igen.</translation>
    </message>
    <message>
        <source>The arrow keys walk from point to point.</source>
        <translation>Piletasterne går fra punkt til punkt.</translation>
    </message>
    <message>
        <source>The case before</source>
        <translation>Forrige eksempel</translation>
    </message>
    <message>
        <source>The conversation is kept with its step.</source>
        <translation>Samtalen er gemt sammen med skridtet.</translation>
    </message>
    <message>
        <source>The conversation was held</source>
        <translation>Samtalen blev holdt</translation>
    </message>
    <message>
        <source>The course as a list</source>
        <translation>Forløbet som liste</translation>
    </message>
    <message>
        <source>The employee's own words:</source>
        <translation>Medarbejderens egne ord:</translation>
    </message>
    <message>
        <source>The employee's side</source>
        <translation>Medarbejderens del</translation>
    </message>
    <message>
        <source>The employee: the distance is fine.</source>
        <translation>Medarbejderen: afstanden er passende.</translation>
    </message>
    <message>
        <source>The employee: you are too close.</source>
        <translation>Medarbejderen: du er for tæt på.</translation>
    </message>
    <message>
        <source>The employee: you are too far away.</source>
        <translation>Medarbejderen: du er for langt væk.</translation>
    </message>
    <message>
        <source>The leader's side is closed. It opens when yours is closed too. Write it in your own words.</source>
        <translation>Lederens del er lukket. Den åbner, når din også er lukket. Skriv med dine egne ord.</translation>
    </message>
    <message>
        <source>The leader's side is open</source>
        <translation>Lederens del er åben</translation>
    </message>
    <message>
        <source>The page is noted as shown today.</source>
        <translation>Siden er noteret som vist i dag.</translation>
    </message>
    <message>
        <source>The plan is added.</source>
        <translation>Planen er tilføjet.</translation>
    </message>
    <message>
        <source>The plan is deleted.</source>
        <translation>Planen er slettet.</translation>
    </message>
    <message>
        <source>The plan is in place.</source>
        <translation>Planen er på plads.</translation>
    </message>
    <message>
        <source>The sheet is deleted.</source>
        <translation>Arket er slettet.</translation>
    </message>
    <message>
        <source>The side of {name} is open</source>
        <translation>Delen fra {name} er åben</translation>
    </message>
    <message>
        <source>The step we end with</source>
        <translation>Det skridt, vi slutter med</translation>
    </message>
    <message>
        <source>The step you end with: «{step}»</source>
        <translation>Skridtet, I slutter med: «{step}»</translation>
    </message>
    <message>
        <source>The task is not described yet</source>
        <translation>Opgaven er ikke beskrevet endnu</translation>
    </message>
    <message>
        <source>The task is not described yet, so nothing can be suggested.</source>
        <translation>Opgaven er ikke beskrevet endnu, så intet kan foreslås.</translation>
    </message>
    <message>
        <source>The team's own words:</source>
        <translation>Teamets egne ord:</translation>
    </message>
    <message>
        <source>The team's side</source>
        <translation>Teamets del</translation>
    </message>
    <message>
        <source>There is a suggestion that has not been opened. Say your own rung first, in Trust.</source>
        <translation>Der er et forslag, som ikke er åbnet. Vælg først dit eget trin i Tillid.</translation>
    </message>
    <message>
        <source>There may be a good reason. If there is none, begin with one task.</source>
        <translation>Der kan være en god grund. Er der ingen, så begynd med én opgave.</translation>
    </message>
    <message>
        <source>This is about you, not about those you rate. Nobody else sees it.</source>
        <translation>Det handler om dig og ikke om dem, du vurderer. Ingen andre ser det.</translation>
    </message>
    <message>
        <source>Turn the screen round, or copy from the paper. The side that is written already is closed.</source>
        <translation>Drej skærmen, eller skriv af fra papiret. Den del, der allerede er skrevet, er lukket.</translation>
    </message>
    <message>
        <source>Turn the screen round, or copy from the paper. What is written stays closed until both are done.</source>
        <translation>Drej skærmen, eller skriv af fra papiret. Det skrevne er lukket, til begge er færdige.</translation>
    </message>
    <message>
        <source>What both have written on it goes. You can undo it.</source>
        <translation>Det, I begge har skrevet på arket, forsvinder. Du kan fortryde det.</translation>
    </message>
    <message>
        <source>What catches us</source>
        <translation>Det, der griber jer</translation>
    </message>
    <message>
        <source>What do we try?</source>
        <translation>Hvad prøver vi?</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Det, der er skrevet</translation>
    </message>
    <message>
        <source>What is practised?</source>
        <translation>Hvad skal øves?</translation>
    </message>
    <message>
        <source>What kind of competence</source>
        <translation>Hvilken slags kompetence</translation>
    </message>
    <message>
        <source>What stands on it is shown on the screen. Do it only when the one who wrote it sits here.</source>
        <translation>Det, der står i den, vises på skærmen. Gør det kun, når den, der har skrevet det, sidder her.</translation>
    </message>
    <message>
        <source>What the step is</source>
        <translation>Hvilket skridt?</translation>
    </message>
    <message>
        <source>What to think about</source>
        <translation>Det, du kan tænke over</translation>
    </message>
    <message>
        <source>What we talk about</source>
        <translation>Det, vi taler om</translation>
    </message>
    <message>
        <source>When do we look at it?</source>
        <translation>Hvornår ser vi på det?</translation>
    </message>
    <message>
        <source>When something is agreed, you can note here that the employee has seen it.</source>
        <translation>Når noget er aftalt, kan du notere her, at medarbejderen har set det.</translation>
    </message>
    <message>
        <source>When two people hold the same task, you can see here why one has another rung than the other.</source>
        <translation>Når to har den samme opgave, kan du her se, hvorfor den ene står på et andet trin end den anden.</translation>
    </message>
    <message>
        <source>When you agree more than the suggestion, the leap is listed here with how it went.</source>
        <translation>Når I aftaler et højere trin end forslaget, står springet her, og hvordan det gik.</translation>
    </message>
    <message>
        <source>Where a competence sets the limit, a plan says what is practised, how, and by when.</source>
        <translation>Når en kompetence sætter grænsen, viser en plan, hvad der skal øves, hvordan og inden hvornår.</translation>
    </message>
    <message>
        <source>Which anchor fits?</source>
        <translation>Hvilken beskrivelse passer?</translation>
    </message>
    <message>
        <source>Which rung?</source>
        <translation>Hvilket trin?</translation>
    </message>
    <message>
        <source>Which tasks do you talk about?</source>
        <translation>Hvilke opgaver taler I om?</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>Why:</source>
        <translation>Hvorfor:</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>Ønske</translation>
    </message>
    <message>
        <source>Would choose rung {rung}, {name}.</source>
        <translation>Ville vælge trin {rung}, {name}.</translation>
    </message>
    <message>
        <source>Would rather pause the task.</source>
        <translation>Vil helst sætte opgaven på pause.</translation>
    </message>
    <message>
        <source>You and the anchors: {value}.</source>
        <translation>Du og beskrivelserne: {value}.</translation>
    </message>
    <message>
        <source>You are repairing it together.</source>
        <translation>I er ved at reparere det.</translation>
    </message>
    <message>
        <source>You see it alike.</source>
        <translation>I ser ens på det.</translation>
    </message>
    <message>
        <source>You see it differently.</source>
        <translation>I ser forskelligt på det.</translation>
    </message>
    <message>
        <source>You write first. The leader does not see it before both sides are closed.</source>
        <translation>Du skriver først. Lederen ser det ikke, før begge dele er lukket.</translation>
    </message>
    <message>
        <source>You: {own}. The anchors: {value}.</source>
        <translation>Du: {own}. Beskrivelserne: {value}.</translation>
    </message>
    <message>
        <source>Your ratings</source>
        <translation>Dine vurderinger</translation>
    </message>
    <message>
        <source>Your side</source>
        <translation>Din del</translation>
    </message>
    <message>
        <source>Your side.</source>
        <translation>Din del.</translation>
    </message>
    <message>
        <source>a breach that is not closed</source>
        <translation>et brud, der ikke er lukket</translation>
    </message>
    <message>
        <source>a step up</source>
        <translation>et trin op</translation>
    </message>
    <message>
        <source>agreed by you both</source>
        <translation>aftalt af jer begge</translation>
    </message>
    <message>
        <source>breach, closed {day}</source>
        <translation>brud, lukket {day}</translation>
    </message>
    <message>
        <source>breach, not closed</source>
        <translation>brud, ikke lukket</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>inden {day}</translation>
    </message>
    <message>
        <source>can begin</source>
        <translation>kan begynde</translation>
    </message>
    <message>
        <source>carries more</source>
        <translation>bærer mere</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passer</translation>
    </message>
    <message>
        <source>follow-up good</source>
        <translation>god opfølgning</translation>
    </message>
    <message>
        <source>good</source>
        <translation>god</translation>
    </message>
    <message>
        <source>in place {day}</source>
        <translation>på plads {day}</translation>
    </message>
    <message>
        <source>less</source>
        <translation>mindre</translation>
    </message>
    <message>
        <source>looked at {day}</source>
        <translation>ses på {day}</translation>
    </message>
    <message>
        <source>no rung agreed now</source>
        <translation>intet trin er aftalt</translation>
    </message>
    <message>
        <source>not OK</source>
        <translation>ikke i orden</translation>
    </message>
    <message>
        <source>not held</source>
        <translation>ikke holdt</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>ikke åbnet</translation>
    </message>
    <message>
        <source>nothing written yet.</source>
        <translation>intet skrevet endnu.</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>delvis</translation>
    </message>
    <message>
        <source>rung {rung} on its way</source>
        <translation>trin {rung} er på vej</translation>
    </message>
    <message>
        <source>rung {rung}, {name}</source>
        <translation>trin {rung}, {name}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>siden {day}</translation>
    </message>
    <message>
        <source>suggested that day</source>
        <translation>forslaget den dag</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>forslag</translation>
    </message>
    <message>
        <source>the employee's wish</source>
        <translation>medarbejderens ønske</translation>
    </message>
    <message>
        <source>the frame</source>
        <translation>rammen</translation>
    </message>
    <message>
        <source>the team's wish</source>
        <translation>teamets ønske</translation>
    </message>
    <message>
        <source>{leaps}: {how}.</source>
        <translation>{leaps}: {how}.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} og 1 mere</numerusform>
            <numerusform>{names} og %n mere</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}'s side.</source>
        <translation>Nu skriver {name}.</translation>
    </message>
    <message>
        <source>{name}, since {day}</source>
        <translation>{name}, siden {day}</translation>
    </message>
    <message>
        <source>{name}: rate again with fresh eyes</source>
        <translation>{name}: vurdér igen med friske øjne</translation>
    </message>
    <message>
        <source>{name}: show the old rating</source>
        <translation>{name}: vis den gamle vurdering</translation>
    </message>
    <message>
        <source>{name}: {one} ones, {two} twos, {three} threes, {four} fours, {five} fives.</source>
        <translation>{name}: {one} ettaller, {two} totaller, {three} tretaller, {four} firtaller, {five} femtaller.</translation>
    </message>
    <message>
        <source>{name}: {value} of 5.</source>
        <translation>{name}: {value} af 5.</translation>
    </message>
    <message>
        <source>{rung}, {since}</source>
        <translation>{rung}, {since}</translation>
    </message>
    <message>
        <source>{task}: nothing has happened yet.</source>
        <translation>{task}: der er ikke sket noget endnu.</translation>
    </message>
    <message>
        <source>{task}: {steps}, {looks}, {knots}. Now: {now}.</source>
        <translation>{task}: {steps}, {looks}, {knots}. Nu: {now}.</translation>
    </message>
    <message>
        <source>«{words}»</source>
        <translation>«{words}»</translation>
    </message>
    <message>
        <source>It stands beside yours and is never mixed into it.</source>
        <translation>Det står ved siden af dit og blandes aldrig ind i det.</translation>
    </message>
    <message>
        <source>Ask how the employee sees the task and which rung she or he would choose, and write it as it is said.</source>
        <translation>Spørg, hvordan medarbejderen ser opgaven, og hvilket trin medarbejderen ville vælge, og skriv det, som det bliver sagt.</translation>
    </message>
    <message>
        <source>What carries it now: {names} ({value} of 5).</source>
        <translation>Det, der bærer det nu: {names} ({value} af 5).</translation>
    </message>
    <message numerus="yes">
        <source>What a mistake can lead to takes away %n rung(s).</source>
        <translation>
            <numerusform>Det, en fejl kan føre til, trækker %n trin.</numerusform>
            <numerusform>Det, en fejl kan føre til, trækker %n trin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on another time</source>
        <translation>Fortsæt en anden gang</translation>
    </message>
</context>
</TS>
