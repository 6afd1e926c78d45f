<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>for %n dag siden</numerusform>
            <numerusform>for %n dage siden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>for %n måned siden</numerusform>
            <numerusform>for %n måneder siden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>for %n uge siden</numerusform>
            <numerusform>for %n uger siden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>for %n år siden</numerusform>
            <numerusform>for %n år siden</numerusform>
        </translation>
    </message>
    <message>
        <source>A breach on this task is not closed.</source>
        <translation>Et brud på opgaven er ikke lukket.</translation>
    </message>
    <message>
        <source>A breach was noted.</source>
        <translation>Et brud blev noteret.</translation>
    </message>
    <message>
        <source>A reflected leap.</source>
        <translation>Et reflekteret spring.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepteret</translation>
    </message>
    <message>
        <source>Add something you have seen</source>
        <translation>Tilføj noget, du har set</translation>
    </message>
    <message>
        <source>Add the comment</source>
        <translation>Tilføj kommentaren</translation>
    </message>
    <message>
        <source>Agree on another rung</source>
        <translation>Aftal et andet trin</translation>
    </message>
    <message>
        <source>Agree on rung {rung}</source>
        <translation>Aftal trin {rung}</translation>
    </message>
    <message>
        <source>Agreed rungs</source>
        <translation>Aftalte trin</translation>
    </message>
    <message>
        <source>Agreed rungs, people and tasks</source>
        <translation>Aftalte trin, medarbejdere og opgaver</translation>
    </message>
    <message>
        <source>Agreed today is rung {rung}, {name}.</source>
        <translation>Aftalt i dag er trin {rung}, {name}.</translation>
    </message>
    <message>
        <source>Agreed {day}.</source>
        <translation>Aftalt {day}.</translation>
    </message>
    <message>
        <source>Agreed: rung {rung}, {name}.</source>
        <translation>Aftalt: trin {rung}, {name}.</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Aftale</translation>
    </message>
    <message>
        <source>Another rung</source>
        <translation>Et andet trin</translation>
    </message>
    <message>
        <source>Ask me when</source>
        <translation>Spørg mig, når</translation>
    </message>
    <message>
        <source>Breach not closed</source>
        <translation>Brud, der ikke er lukket</translation>
    </message>
    <message>
        <source>Choose a rung</source>
        <translation>Vælg et trin</translation>
    </message>
    <message>
        <source>Choose another rung</source>
        <translation>Vælg et andet trin</translation>
    </message>
    <message>
        <source>Choose the tasks you want to see.</source>
        <translation>Vælg de opgaver, du vil se.</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Fravælg alle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Close without agreeing</source>
        <translation>Luk uden at aftale</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentarer</translation>
    </message>
    <message>
        <source>Comments ({count})</source>
        <translation>Kommentarer ({count})</translation>
    </message>
    <message>
        <source>Delete the comment from {day}</source>
        <translation>Slet kommentaren fra {day}</translation>
    </message>
    <message>
        <source>Describe the task</source>
        <translation>Beskriv opgaven</translation>
    </message>
    <message>
        <source>Discussed</source>
        <translation>Drøftet</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Find et navn</translation>
    </message>
    <message>
        <source>Find a task</source>
        <translation>Find en opgave</translation>
    </message>
    <message>
        <source>First follow-up</source>
        <translation>Første opfølgning</translation>
    </message>
    <message>
        <source>Follow-up held.</source>
        <translation>Opfølgning holdt.</translation>
    </message>
    <message>
        <source>Follow-up: good.</source>
        <translation>Opfølgning: god.</translation>
    </message>
    <message>
        <source>Follow-up: not OK.</source>
        <translation>Opfølgning: ikke i orden.</translation>
    </message>
    <message>
        <source>Follow-up: partly.</source>
        <translation>Opfølgning: delvis.</translation>
    </message>
    <message>
        <source>Gain and risk</source>
        <translation>Gevinst og risiko</translation>
    </message>
    <message>
        <source>Go to the rating</source>
        <translation>Gå til vurderingen</translation>
    </message>
    <message>
        <source>Good follow-ups in a row: {count}. A step up takes {needed}.</source>
        <translation>Gode opfølgninger i træk: {count}. Et trin op kræver {needed}.</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Her</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historik</translation>
    </message>
    <message>
        <source>Holds now</source>
        <translation>Gælder nu</translation>
    </message>
    <message>
        <source>The task depends on: {text}</source>
        <translation>Opgaven afhænger af: {text}</translation>
    </message>
    <message>
        <source>They are fixed on every rung, and are changed where they were written.</source>
        <translation>De ligger fast på alle trin og ændres dér, hvor de er skrevet.</translation>
    </message>
    <message>
        <source>Where we stand</source>
        <translation>Så langt er vi</translation>
    </message>
    <message>
        <source>How this is worked out</source>
        <translation>Sådan er det regnet ud</translation>
    </message>
    <message>
        <source>I am unsure</source>
        <translation>Jeg er usikker</translation>
    </message>
    <message>
        <source>Import from a file</source>
        <translation>Hent fra en fil</translation>
    </message>
    <message>
        <source>In her or his own words.</source>
        <translation>Med medarbejderens egne ord.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behold</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Kendt</translation>
    </message>
    <message>
        <source>Legal ceiling: rung {ceiling}.</source>
        <translation>Lovens loft: trin {ceiling}.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grænser</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Needed from rung {rung}.</source>
        <translation>Skal stå her fra trin {rung}.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>New comment</source>
        <translation>Ny kommentar</translation>
    </message>
    <message>
        <source>Next follow-up</source>
        <translation>Næste opfølgning</translation>
    </message>
    <message>
        <source>No agreement yet</source>
        <translation>Ingen aftale endnu</translation>
    </message>
    <message>
        <source>No comments yet</source>
        <translation>Ingen kommentarer endnu</translation>
    </message>
    <message>
        <source>No people yet</source>
        <translation>Ingen medarbejdere endnu</translation>
    </message>
    <message>
        <source>No tasks chosen</source>
        <translation>Ingen opgaver valgt</translation>
    </message>
    <message>
        <source>No tasks yet</source>
        <translation>Ingen opgaver endnu</translation>
    </message>
    <message>
        <source>Nobody has that name</source>
        <translation>Ingen har det navn</translation>
    </message>
    <message>
        <source>Not rated yet</source>
        <translation>Ikke vurderet endnu</translation>
    </message>
    <message>
        <source>Nothing can be suggested until the task is described: what follows if it goes wrong, and how clear it is.</source>
        <translation>Der kan ikke foreslås noget, før opgaven er beskrevet: hvad der følger, hvis det går galt, og hvor klar den er.</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Der er ikke sket noget endnu</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Tilbudt</translation>
    </message>
    <message>
        <source>Offered {day}.</source>
        <translation>Tilbudt {day}.</translation>
    </message>
    <message>
        <source>On its way, not accepted yet</source>
        <translation>På vej, ikke accepteret endnu</translation>
    </message>
    <message>
        <source>Pause the task</source>
        <translation>Sæt på pause</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Formål</translation>
    </message>
    <message>
        <source>Rate the three prerequisites and see the suggestion first. Then you agree on a rung together.</source>
        <translation>Vurdér de tre forudsætninger, og se forslaget først. Så aftaler I et trin sammen.</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Vurdering</translation>
    </message>
    <message>
        <source>Ratings, agreements and follow-ups are kept here with their dates.</source>
        <translation>Vurderinger, aftaler og opfølgninger står her med dato.</translation>
    </message>
    <message>
        <source>Reason for a lower rung</source>
        <translation>Begrundelse for et lavere trin</translation>
    </message>
    <message>
        <source>Renew rung {rung}</source>
        <translation>Forny trin {rung}</translation>
    </message>
    <message>
        <source>Rung {rung} is agreed with {who}.</source>
        <translation>Trin {rung} er aftalt med {who}.</translation>
    </message>
    <message>
        <source>Rung {rung} is discussed with {who}.</source>
        <translation>Trin {rung} er drøftet med {who}.</translation>
    </message>
    <message>
        <source>Rung {rung} is offered to {who}.</source>
        <translation>Trin {rung} er tilbudt {who}.</translation>
    </message>
    <message>
        <source>Rung {rung}, {name}</source>
        <translation>Trin {rung}, {name}</translation>
    </message>
    <message>
        <source>Rung {rung}, {name}, was agreed and accepted.</source>
        <translation>Trin {rung}, {name}, blev aftalt og accepteret.</translation>
    </message>
    <message>
        <source>Rung {rung}, {name}, was offered and discussed.</source>
        <translation>Trin {rung}, {name}, blev tilbudt og drøftet.</translation>
    </message>
    <message>
        <source>Rung {rung}, {name}, was offered.</source>
        <translation>Trin {rung}, {name}, blev tilbudt.</translation>
    </message>
    <message>
        <source>See the suggestion</source>
        <translation>Se forslaget</translation>
    </message>
    <message>
        <source>Seen {day}: {example}</source>
        <translation>Set {day}: {example}</translation>
    </message>
    <message>
        <source>Seen: {example}</source>
        <translation>Set: {example}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Vis alle</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>Vis alle opgaver</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Vis alle medarbejdere</translation>
    </message>
    <message>
        <source>Shown to the employee today</source>
        <translation>Vist for medarbejderen i dag</translation>
    </message>
    <message>
        <source>Shown to the employee {day}.</source>
        <translation>Vist for medarbejderen {day}.</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Ligner</translation>
    </message>
    <message>
        <source>Something you have seen</source>
        <translation>Noget, du har set</translation>
    </message>
    <message>
        <source>Still right today</source>
        <translation>Stadig rigtigt i dag</translation>
    </message>
    <message>
        <source>Differing suggestion</source>
        <translation>Forslag, hvor det afviger</translation>
    </message>
    <message>
        <source>Suggestion: pause</source>
        <translation>Forslag: sæt på pause</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Støtte</translation>
    </message>
    <message>
        <source>Take the agreement back</source>
        <translation>Træk aftalen tilbage</translation>
    </message>
    <message>
        <source>Take the agreement back?</source>
        <translation>Træk aftalen tilbage?</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Opgaver</translation>
    </message>
    <message>
        <source>Tasks to show</source>
        <translation>Opgaver, der vises</translation>
    </message>
    <message>
        <source>Tasks: {shown} of {total}</source>
        <translation>Opgaver: {shown} af {total}</translation>
    </message>
    <message>
        <source>The agreement before it holds again. This one stays in the history.</source>
        <translation>Den forrige aftale gælder igen. Denne bliver stående i historikken.</translation>
    </message>
    <message>
        <source>The agreement holds once it is accepted.</source>
        <translation>Aftalen gælder, når den er accepteret.</translation>
    </message>
    <message>
        <source>The agreement is noted as shown today.</source>
        <translation>Aftalen er noteret som vist i dag.</translation>
    </message>
    <message>
        <source>The agreement is now: {state}.</source>
        <translation>Aftalen er nu: {state}.</translation>
    </message>
    <message>
        <source>The agreement is taken back.</source>
        <translation>Aftalen er trukket tilbage.</translation>
    </message>
    <message>
        <source>The agreement on rung {rung} was taken back.</source>
        <translation>Aftalen om trin {rung} blev trukket tilbage.</translation>
    </message>
    <message>
        <source>The breach was closed.</source>
        <translation>Bruddet blev lukket.</translation>
    </message>
    <message>
        <source>The comment is added.</source>
        <translation>Kommentaren er tilføjet.</translation>
    </message>
    <message>
        <source>The comment is deleted.</source>
        <translation>Kommentaren er slettet.</translation>
    </message>
    <message>
        <source>The employee</source>
        <translation>Medarbejderen</translation>
    </message>
    <message>
        <source>The employee may read what is written here.</source>
        <translation>Medarbejderen kan læse det, der står her.</translation>
    </message>
    <message>
        <source>The employee's comment</source>
        <translation>Medarbejderens kommentar</translation>
    </message>
    <message>
        <source>The employee's own rating of {name}: {value}. {anchor}</source>
        <translation>Medarbejderens egen vurdering af {name}: {value}. {anchor}</translation>
    </message>
    <message>
        <source>The employee's own view</source>
        <translation>Medarbejderens eget syn</translation>
    </message>
    <message>
        <source>The frame holds back</source>
        <translation>Rammen holder igen</translation>
    </message>
    <message>
        <source>The law or an instruction allows rung {ceiling} at most.</source>
        <translation>Loven eller en instruks tillader højst trin {ceiling}.</translation>
    </message>
    <message>
        <source>The rung the employee would choose</source>
        <translation>Det trin, medarbejderen selv ville vælge</translation>
    </message>
    <message>
        <source>The suggestion is rung {rung}. Write it as the employee may read it.</source>
        <translation>Forslaget er trin {rung}. Skriv det, så medarbejderen kan læse det.</translation>
    </message>
    <message>
        <source>The suggestion that day was rung {rung}.</source>
        <translation>Forslaget den dag var trin {rung}.</translation>
    </message>
    <message>
        <source>The suggestion that day was to pause.</source>
        <translation>Forslaget den dag var en pause.</translation>
    </message>
    <message>
        <source>The task is paused for {who}.</source>
        <translation>Opgaven er sat på pause for {who}.</translation>
    </message>
    <message>
        <source>The task is paused today.</source>
        <translation>I dag er opgaven sat på pause.</translation>
    </message>
    <message>
        <source>The task was paused.</source>
        <translation>Opgaven blev sat på pause.</translation>
    </message>
    <message>
        <source>Together this carries rung {rung}.</source>
        <translation>Tilsammen bærer det trin {rung}.</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Tillid</translation>
    </message>
    <message>
        <source>Trust is given task by task. Begin with the tasks that can be handed over.</source>
        <translation>Tillid gives opgave for opgave. Begynd med de opgaver, der kan gives videre.</translation>
    </message>
    <message>
        <source>Try fewer letters.</source>
        <translation>Prøv med færre bogstaver.</translation>
    </message>
    <message>
        <source>Unsure. {anchor}</source>
        <translation>Usikker. {anchor}</translation>
    </message>
    <message>
        <source>We look at it again</source>
        <translation>Vi ser på det igen</translation>
    </message>
    <message>
        <source>What catches us if it fails?</source>
        <translation>Hvad griber os, hvis det ikke går?</translation>
    </message>
    <message>
        <source>What do we hope to gain?</source>
        <translation>Hvad håber vi at vinde?</translation>
    </message>
    <message>
        <source>What is shown of the pair</source>
        <translation>Visning af medarbejder og opgave</translation>
    </message>
    <message>
        <source>What the forms mean</source>
        <translation>Hvad formerne betyder</translation>
    </message>
    <message>
        <source>When do we look at it again?</source>
        <translation>Hvornår ser vi på det igen?</translation>
    </message>
    <message>
        <source>When your people are here, each of them gets a row, and you can rate and agree.</source>
        <translation>Når dine medarbejdere er her, får hver sin række, og du kan vurdere og aftale.</translation>
    </message>
    <message>
        <source>Which risk do we accept?</source>
        <translation>Hvilken risiko tager vi?</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>Hvem siger det</translation>
    </message>
    <message>
        <source>Who watches</source>
        <translation>Hvem følger med</translation>
    </message>
    <message>
        <source>Width of the inspector</source>
        <translation>Panelets bredde</translation>
    </message>
    <message>
        <source>Write the comment first.</source>
        <translation>Skriv kommentaren først.</translation>
    </message>
    <message>
        <source>Write the first person</source>
        <translation>Opret den første medarbejder</translation>
    </message>
    <message>
        <source>Write the first task</source>
        <translation>Opret den første opgave</translation>
    </message>
    <message>
        <source>Write what the employee says about the task, in her or his own words.</source>
        <translation>Skriv, hvad medarbejderen siger om opgaven, med medarbejderens egne ord.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Dig</translation>
    </message>
    <message>
        <source>You give more trust than the suggestion (rung {rung}). That can be right: a reflected leap. Four answers make it one you can both stand by.</source>
        <translation>Du giver mere tillid end forslaget (trin {rung}). Det kan være rigtigt: et reflekteret spring. Fire svar gør det til et spring, I begge kan stå inde for.</translation>
    </message>
    <message>
        <source>Your own bid first</source>
        <translation>Dit eget bud først</translation>
    </message>
    <message>
        <source>Your own bid first, if you like</source>
        <translation>Dit eget bud først, hvis du vil</translation>
    </message>
    <message>
        <source>Your own bid was {rung} too.</source>
        <translation>Dit eget bud var også {rung}.</translation>
    </message>
    <message>
        <source>Your own bid was {rung}.</source>
        <translation>Dit eget bud var {rung}.</translation>
    </message>
    <message>
        <source>a breach is not closed</source>
        <translation>et brud er ikke lukket</translation>
    </message>
    <message>
        <source>agreed rung {rung}, {name}</source>
        <translation>aftalt trin {rung}, {name}</translation>
    </message>
    <message>
        <source>not rated yet</source>
        <translation>ikke vurderet endnu</translation>
    </message>
    <message>
        <source>offered rung {rung}, {name}</source>
        <translation>tilbudt trin {rung}, {name}</translation>
    </message>
    <message>
        <source>rated, the suggestion is not opened</source>
        <translation>vurderet, forslaget er ikke åbnet</translation>
    </message>
    <message>
        <source>Unopened suggestion</source>
        <translation>Uåbnet forslag</translation>
    </message>
    <message>
        <source>Take the bid away</source>
        <translation>Fjern buddet</translation>
    </message>
    <message>
        <source>Clear the employee's rung</source>
        <translation>Fjern medarbejderens trin</translation>
    </message>
    <message>
        <source>partly rated</source>
        <translation>delvis vurderet</translation>
    </message>
    <message>
        <source>rated {age}</source>
        <translation>vurderet {age}</translation>
    </message>
    <message>
        <source>suggestion rung {rung}</source>
        <translation>forslag trin {rung}</translation>
    </message>
    <message>
        <source>suggestion to pause</source>
        <translation>forslag om pause</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sikker</translation>
    </message>
    <message>
        <source>the frame holds back</source>
        <translation>rammen holder igen</translation>
    </message>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>usikker</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>i går</translation>
    </message>
    <message>
        <source>{name} is confirmed as of today.</source>
        <translation>{name} er bekræftet i dag.</translation>
    </message>
    <message>
        <source>{name} rated {value}, unsure. {anchor}</source>
        <translation>{name} vurderet til {value}, usikker. {anchor}</translation>
    </message>
    <message>
        <source>{name} rated {value}. {anchor}</source>
        <translation>{name} vurderet til {value}. {anchor}</translation>
    </message>
    <message>
        <source>{name}: I am unsure</source>
        <translation>{name}: jeg er usikker</translation>
    </message>
    <message>
        <source>{name}: not rated yet.</source>
        <translation>{name}: ikke vurderet endnu.</translation>
    </message>
    <message>
        <source>{name}: seen on</source>
        <translation>{name}: set den</translation>
    </message>
    <message>
        <source>{name}: something you have seen</source>
        <translation>{name}: noget, du har set</translation>
    </message>
    <message>
        <source>{name}: still right today</source>
        <translation>{name}: stadig rigtigt i dag</translation>
    </message>
    <message>
        <source>{name}: {value} of 5, {sure}, rated {age}. {anchor}</source>
        <translation>{name}: {value} af 5, {sure}, vurderet {age}. {anchor}</translation>
    </message>
    <message>
        <source>{pair}: hidden</source>
        <translation>{pair}: skjult</translation>
    </message>
    <message>
        <source>{pair}: {state}</source>
        <translation>{pair}: {state}</translation>
    </message>
    <message numerus="yes">
        <source>{risk}. That takes off %n rung(s).</source>
        <translation>
            <numerusform>{risk}. Det trækker %n trin.</numerusform>
            <numerusform>{risk}. Det trækker %n trin.</numerusform>
        </translation>
    </message>
    <message>
        <source>{rung_text} – above the legal ceiling</source>
        <translation>{rung_text} – over lovens loft</translation>
    </message>
    <message>
        <source>{rung} {name}</source>
        <translation>{rung} {name}</translation>
    </message>
    <message>
        <source>{task}: the task is not clear enough</source>
        <translation>{task}: opgaven er ikke klar nok</translation>
    </message>
    <message>
        <source>{who}, {day}</source>
        <translation>{who}, {day}</translation>
    </message>
    <message>
        <source>The rung goes down from {rung}. Write it as the employee may read it.</source>
        <translation>Trinnet går ned fra {rung}. Skriv det, så medarbejderen kan læse det.</translation>
    </message>
    <message>
        <source>How do you see it yourself? If you like.</source>
        <translation>Hvordan ser du det selv? Hvis du har lyst.</translation>
    </message>
    <message>
        <source>Write what is said</source>
        <translation>Skriv det, der bliver sagt</translation>
    </message>
    <message>
        <source>What {name} says herself or himself</source>
        <translation>Det siger {name} selv</translation>
    </message>
    <message>
        <source>It stands beside the leader's rating and is never mixed into it.</source>
        <translation>Det står ved siden af lederens vurdering og blandes aldrig ind i den.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Gem det</translation>
    </message>
    <message>
        <source>{name}'s own words are kept.</source>
        <translation>Det, {name} siger, er gemt.</translation>
    </message>
    <message>
        <source>Rate at least one of the three.</source>
        <translation>Vurdér mindst én af de tre.</translation>
    </message>
    <message>
        <source>Back to the week</source>
        <translation>Tilbage til ugen</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+venstrepil</translation>
    </message>
</context>
</TS>
