<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n not placed</source>
        <translation>
            <numerusform>%n ikke lagt på nogen</numerusform>
            <numerusform>%n ikke lagt på nogen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n anden</numerusform>
            <numerusform>%n andre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n forhold at se på</numerusform>
            <numerusform>%n forhold at se på</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 time</translation>
    </message>
    <message>
        <source>A day has 24 h; this makes {hours}</source>
        <translation>Der er 24 t på en dag; det her bliver {hours}</translation>
    </message>
    <message>
        <source>A day in the week</source>
        <translation>En dag i ugen</translation>
    </message>
    <message>
        <source>A quarter of an hour less</source>
        <translation>Et kvarter mindre</translation>
    </message>
    <message>
        <source>A quarter of an hour more</source>
        <translation>Et kvarter mere</translation>
    </message>
    <message>
        <source>A task places itself only with somebody who has an agreement on it.</source>
        <translation>En opgave lægger sig kun selv hos den, der har en aftale om den.</translation>
    </message>
    <message>
        <source>Above the legal ceiling</source>
        <translation>Over lovens loft</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>En anden dag</translation>
    </message>
    <message>
        <source>As agreed; the week changes nothing.</source>
        <translation>Som aftalt; ugen ændrer ikke noget.</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Fravær</translation>
    </message>
    <message>
        <source>Away from</source>
        <translation>Fravær fra</translation>
    </message>
    <message>
        <source>Choose a day between {first} and {last}.</source>
        <translation>Vælg en dag mellem {first} og {last}.</translation>
    </message>
    <message>
        <source>Choose another week</source>
        <translation>Vælg en anden uge</translation>
    </message>
    <message>
        <source>Choose at least one day.</source>
        <translation>Vælg mindst én dag.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Samtale</translation>
    </message>
    <message>
        <source>Conversation {at}</source>
        <translation>Samtale {at}</translation>
    </message>
    <message>
        <source>Copy the week before</source>
        <translation>Kopiér forrige uge</translation>
    </message>
    <message>
        <source>Days away</source>
        <translation>Fravær</translation>
    </message>
    <message>
        <source>Delete a template</source>
        <translation>Slet en skabelon</translation>
    </message>
    <message>
        <source>Delete the template</source>
        <translation>Slet skabelonen</translation>
    </message>
    <message>
        <source>Delete the template “{name}”?</source>
        <translation>Slet skabelonen «{name}»?</translation>
    </message>
    <message>
        <source>Empty means one day.</source>
        <translation>Tomt betyder én dag.</translation>
    </message>
    <message>
        <source>Everything is placed</source>
        <translation>Alt er lagt på nogen</translation>
    </message>
    <message>
        <source>Everything is placed.</source>
        <translation>Alt er lagt på nogen.</translation>
    </message>
    <message>
        <source>Find a deputy</source>
        <translation>Find en stedfortræder</translation>
    </message>
    <message>
        <source>Fixed days</source>
        <translation>Faste dage</translation>
    </message>
    <message>
        <source>Fixed days …</source>
        <translation>Faste dage …</translation>
    </message>
    <message>
        <source>Follow-up {day}</source>
        <translation>Opfølgning {day}</translation>
    </message>
    <message>
        <source>Follow-up {day} at {time}</source>
        <translation>Opfølgning {day} kl. {time}</translation>
    </message>
    <message>
        <source>Follow-up{at}</source>
        <translation>Opfølgning{at}</translation>
    </message>
    <message>
        <source>Follow-up{at}, {task}</source>
        <translation>Opfølgning{at}, {task}</translation>
    </message>
    <message>
        <source>From a template</source>
        <translation>Fra en skabelon</translation>
    </message>
    <message>
        <source>From week {number}</source>
        <translation>Fra uge {number}</translation>
    </message>
    <message>
        <source>Go to the week</source>
        <translation>Gå til ugen</translation>
    </message>
    <message>
        <source>Has an agreement</source>
        <translation>Har en aftale</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>Er stoppet</translation>
    </message>
    <message>
        <source>Hours on {day}</source>
        <translation>Timer {day}</translation>
    </message>
    <message>
        <source>It should have been held.</source>
        <translation>Den skulle have været holdt.</translation>
    </message>
    <message>
        <source>It was deleted in the meantime. The week is shown as it is now, and nothing else is lost.</source>
        <translation>Det er slettet i mellemtiden. Ugen vises, som den er nu, og intet andet er gået tabt.</translation>
    </message>
    <message>
        <source>It was held.</source>
        <translation>Den er holdt.</translation>
    </message>
    <message>
        <source>Keep as a template …</source>
        <translation>Gem som skabelon …</translation>
    </message>
    <message>
        <source>Keep the days</source>
        <translation>Gem dagene</translation>
    </message>
    <message>
        <source>Keep the plan</source>
        <translation>Behold planen</translation>
    </message>
    <message>
        <source>Keep the template</source>
        <translation>Gem skabelonen</translation>
    </message>
    <message>
        <source>Keep the week as a template</source>
        <translation>Gem ugen som skabelon</translation>
    </message>
    <message>
        <source>Lower this week</source>
        <translation>Lavere i denne uge</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Flyt</translation>
    </message>
    <message>
        <source>Move {hours}</source>
        <translation>Flyt {hours}</translation>
    </message>
    <message>
        <source>No agreement</source>
        <translation>Ingen aftale</translation>
    </message>
    <message>
        <source>No days away are noted.</source>
        <translation>Der er ikke noteret fravær.</translation>
    </message>
    <message>
        <source>Not placed on anybody ({count})</source>
        <translation>Ikke lagt på nogen ({count})</translation>
    </message>
    <message>
        <source>Not placed on anybody</source>
        <translation>Ikke lagt på nogen</translation>
    </message>
    <message>
        <source>Not begun yet</source>
        <translation>Ikke begyndt</translation>
    </message>
    <message>
        <source>Note days away</source>
        <translation>Noter fravær</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>Open the follow-up</source>
        <translation>Åbn opfølgningen</translation>
    </message>
    <message>
        <source>Open the task</source>
        <translation>Åbn opgaven</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Sat på pause</translation>
    </message>
    <message>
        <source>Picked up. Arrows move it, Enter puts it down, Esc puts it back.</source>
        <translation>Taget op. Piletasterne flytter, Enter lægger fra, Esc lægger tilbage.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Læg</translation>
    </message>
    <message>
        <source>Place here</source>
        <translation>Læg her</translation>
    </message>
    <message>
        <source>Place on …</source>
        <translation>Læg på …</translation>
    </message>
    <message>
        <source>Place without agreement</source>
        <translation>Læg uden aftale</translation>
    </message>
    <message>
        <source>Places itself: {days}</source>
        <translation>Lægger sig selv: {days}</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>Planlagt til</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Læg tilbage</translation>
    </message>
    <message>
        <source>Put back.</source>
        <translation>Lagt tilbage.</translation>
    </message>
    <message>
        <source>Rate and agree</source>
        <translation>Vurdér og aftal</translation>
    </message>
    <message>
        <source>Remove the days away {days}</source>
        <translation>Fjern fraværet {days}</translation>
    </message>
    <message>
        <source>See the agreement</source>
        <translation>Se aftalen</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Vis detaljer</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>En anden</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Fordel</translation>
    </message>
    <message>
        <source>Spread over days</source>
        <translation>Fordel over dage</translation>
    </message>
    <message>
        <source>Spread over days …</source>
        <translation>Fordel over dage …</translation>
    </message>
    <message>
        <source>Take off the week</source>
        <translation>Tag af ugen</translation>
    </message>
    <message numerus="yes">
        <source>Team, %n person(s)</source>
        <translation>
            <numerusform>Team, %n medarbejder</numerusform>
            <numerusform>Team, %n medarbejdere</numerusform>
        </translation>
    </message>
    <message>
        <source>The agreement is</source>
        <translation>Aftalen er</translation>
    </message>
    <message>
        <source>The card is marked until you two have agreed on a rung.</source>
        <translation>Kortet er markeret, til I to har aftalt et trin.</translation>
    </message>
    <message>
        <source>The days away are removed.</source>
        <translation>Fraværet er fjernet.</translation>
    </message>
    <message>
        <source>The hours a week are not written. Write them on the person, and the week can be reckoned.</source>
        <translation>Timer om ugen er ikke skrevet. Skriv dem på medarbejderen, så kan ugen regnes ud.</translation>
    </message>
    <message>
        <source>The plan is kept. It is said again if {name} gets more.</source>
        <translation>Planen er beholdt. Du får det at vide igen, hvis ugen ændrer sig for {name}.</translation>
    </message>
    <message>
        <source>The task</source>
        <translation>Opgaven</translation>
    </message>
    <message>
        <source>The team has the hours of its members; what each of them does alone is taken from them.</source>
        <translation>Teamet har medlemmernes timer; det, hver af dem har alene, går fra.</translation>
    </message>
    <message>
        <source>The template “{name}” is deleted.</source>
        <translation>Skabelonen «{name}» er slettet.</translation>
    </message>
    <message>
        <source>The template “{name}” is placed in the week.</source>
        <translation>Skabelonen «{name}» er lagt i ugen.</translation>
    </message>
    <message>
        <source>The week</source>
        <translation>Ugen</translation>
    </message>
    <message>
        <source>The week after</source>
        <translation>Næste uge</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>Forrige uge</translation>
    </message>
    <message>
        <source>The week is empty. Drag tasks up here, or copy the week before.</source>
        <translation>Ugen er tom. Træk opgaver herop, eller kopiér forrige uge.</translation>
    </message>
    <message>
        <source>The week is kept as the template “{name}”.</source>
        <translation>Ugen er gemt som skabelonen «{name}».</translation>
    </message>
    <message>
        <source>The week's board, people and days</source>
        <translation>Ugens tavle, medarbejdere og dage</translation>
    </message>
    <message>
        <source>The weeks made from it stay as they are.</source>
        <translation>De uger, der er lavet af den, bliver, som de er.</translation>
    </message>
    <message>
        <source>There are no tasks to place.</source>
        <translation>Der er ingen opgaver at lægge.</translation>
    </message>
    <message>
        <source>There was nothing in week {number} to copy.</source>
        <translation>Der var ikke noget at kopiere i uge {number}.</translation>
    </message>
    <message>
        <source>This week: {name}</source>
        <translation>Denne uge: {name}</translation>
    </message>
    <message>
        <source>This week rung {rung} (agreed {agreed})</source>
        <translation>Denne uge trin {rung} (aftalt {agreed})</translation>
    </message>
    <message>
        <source>This week rung {rung} (agreed {agreed}), until {hours} are moved</source>
        <translation>Denne uge trin {rung} (aftalt {agreed}), til {hours} er flyttet</translation>
    </message>
    <message>
        <source>To and with</source>
        <translation>Til og med</translation>
    </message>
    <message>
        <source>To look at this week</source>
        <translation>Forhold at se på i denne uge</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Uge</translation>
    </message>
    <message>
        <source>Week number</source>
        <translation>Ugenummer</translation>
    </message>
    <message>
        <source>Week {number}</source>
        <translation>Uge {number}</translation>
    </message>
    <message>
        <source>Week {number} is copied to this week.</source>
        <translation>Uge {number} er kopieret hertil.</translation>
    </message>
    <message>
        <source>Week {number}, {dates}. Choose another week</source>
        <translation>Uge {number}, {dates}. Vælg en anden uge</translation>
    </message>
    <message>
        <source>When your people are here, each of them gets a row, and you can plan the week.</source>
        <translation>Når medarbejderne er her, får hver af dem en række, og du kan planlægge ugen.</translation>
    </message>
    <message>
        <source>Who has what on which weekday. Fixed days are not part of it: they place themselves.</source>
        <translation>Hvem der har hvad på hvilken ugedag. Faste dage er ikke med: de lægger sig selv.</translation>
    </message>
    <message>
        <source>Who is shown</source>
        <translation>Hvem der vises</translation>
    </message>
    <message>
        <source>Write the tasks that can be handed over. Then they wait here to be placed in the week.</source>
        <translation>Skriv de opgaver, der kan gives videre. Så venter de her på at blive lagt i ugen.</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>År</translation>
    </message>
    <message>
        <source>agreed rung {agreed}</source>
        <translation>aftalt trin {agreed}</translation>
    </message>
    <message>
        <source>fixed day</source>
        <translation>fast dag</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>timer</translation>
    </message>
    <message>
        <source>no agreement</source>
        <translation>uden aftale</translation>
    </message>
    <message>
        <source>nothing of {hours} planned</source>
        <translation>intet af {hours} er planlagt</translation>
    </message>
    <message>
        <source>nothing placed</source>
        <translation>intet lagt</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>intet planlagt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>sat på pause</translation>
    </message>
    <message>
        <source>this week paused, agreed {agreed}</source>
        <translation>denne uge på pause, aftalt {agreed}</translation>
    </message>
    <message>
        <source>this week rung {rung}, agreed {agreed}</source>
        <translation>denne uge trin {rung}, aftalt {agreed}</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>weekend</translation>
    </message>
    <message>
        <source>{day} – {off}</source>
        <translation>{day} – {off}</translation>
    </message>
    <message>
        <source>{day} – {holiday}</source>
        <translation>{day} – {holiday}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} til {last}</translation>
    </message>
    <message>
        <source>{hours} a week, a fifth less for each day off: {days}.</source>
        <translation>{hours} om ugen, en femtedel mindre for hver fridag: {days}.</translation>
    </message>
    <message>
        <source>{hours} a week, all days off.</source>
        <translation>{hours} om ugen, men fri alle dage.</translation>
    </message>
    <message>
        <source>{hours} a week.</source>
        <translation>{hours} om ugen.</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} t</translation>
    </message>
    <message>
        <source>{hours} have to move.</source>
        <translation>{hours} skal flyttes.</translation>
    </message>
    <message>
        <source>{hours} hours</source>
        <translation>{hours} timer</translation>
    </message>
    <message>
        <source>{hours} left</source>
        <translation>{hours} tilbage</translation>
    </message>
    <message>
        <source>{hours} of {task} are moved to {name}.</source>
        <translation>{hours} af {task} er flyttet til {name}.</translation>
    </message>
    <message>
        <source>{hours} planned</source>
        <translation>{hours} planlagt</translation>
    </message>
    <message>
        <source>{name} comes to {percent} %</source>
        <translation>{name} kommer på {percent} %</translation>
    </message>
    <message>
        <source>{name} has no agreement on {task}</source>
        <translation>{name} har ingen aftale om {task}</translation>
    </message>
    <message>
        <source>{name} is at {percent} %</source>
        <translation>{name} er på {percent} %</translation>
    </message>
    <message>
        <source>{name} is noted as away.</source>
        <translation>Fravær er noteret for {name}.</translation>
    </message>
    <message>
        <source>{name} – no agreement</source>
        <translation>{name} – ingen aftale</translation>
    </message>
    <message>
        <source>{name}, hours: {said}</source>
        <translation>{name}, timer: {said}</translation>
    </message>
    <message>
        <source>{name}, {days}</source>
        <translation>{name}, {days}</translation>
    </message>
    <message>
        <source>{name}, {day}: {said}</source>
        <translation>{name}, {day}: {said}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{planned} of {hours}</source>
        <translation>{planned} af {hours}</translation>
    </message>
    <message>
        <source>{said}, held</source>
        <translation>{said}, holdt</translation>
    </message>
    <message>
        <source>{task} has no fixed days with {name} any more.</source>
        <translation>{task} har ikke længere faste dage hos {name}.</translation>
    </message>
    <message>
        <source>{task} is moved to {day} in week {number}.</source>
        <translation>{task} er flyttet til {day} i uge {number}.</translation>
    </message>
    <message>
        <source>{task} is moved to {day}.</source>
        <translation>{task} er flyttet til {day}.</translation>
    </message>
    <message>
        <source>{task} is moved to {name}.</source>
        <translation>{task} er flyttet til {name}.</translation>
    </message>
    <message>
        <source>{task} is placed with {name}.</source>
        <translation>{task} er lagt hos {name}.</translation>
    </message>
    <message>
        <source>{task} is spread over {days}.</source>
        <translation>{task} er fordelt på {days}.</translation>
    </message>
    <message>
        <source>{task} is taken off the week.</source>
        <translation>{task} er taget af ugen.</translation>
    </message>
    <message>
        <source>{task} places itself with {name} from now on.</source>
        <translation>{task} lægger sig selv hos {name} fra nu af.</translation>
    </message>
    <message>
        <source>{task} places itself with {name} on these days, not on holidays or days away. It ends when the agreement ends.</source>
        <translation>{task} lægger sig selv hos {name} på disse dage, men ikke på helligdage og fraværsdage. Det slutter, når aftalen slutter.</translation>
    </message>
    <message>
        <source>{task}, {hours} left</source>
        <translation>{task}, {hours} tilbage</translation>
    </message>
    <message>
        <source>{task}, {hours}: as even as can be, in quarters of an hour.</source>
        <translation>{task}, {hours}: så jævnt som muligt, i hele kvarterer.</translation>
    </message>
    <message>
        <source>{task}: {hours}.</source>
        <translation>{task}: {hours}.</translation>
    </message>
    <message>
        <source>{year} has {last} weeks.</source>
        <translation>Der er {last} uger i {year}.</translation>
    </message>
    <message>
        <source>As agreed.</source>
        <translation>Som aftalt.</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Åbn sagen</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>Intet at se på</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>foldet sammen</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>foldet ud</translation>
    </message>
    <message>
        <source>rung {rung} offered</source>
        <translation>trin {rung} tilbudt</translation>
    </message>
    <message>
        <source>Offered, not accepted yet</source>
        <translation>Tilbudt, ikke accepteret endnu</translation>
    </message>
    <message>
        <source>The card is marked until the agreement is accepted.</source>
        <translation>Kortet er markeret, til aftalen er accepteret.</translation>
    </message>
    <message>
        <source>Rung {rung} is offered – see the agreement</source>
        <translation>Trin {rung} er tilbudt – se aftalen</translation>
    </message>
    <message>
        <source>{day} – has passed</source>
        <translation>{day} – er gået</translation>
    </message>
    <message>
        <source>Another number of hours</source>
        <translation>Et andet antal timer</translation>
    </message>
    <message>
        <source>The whole card, {hours}</source>
        <translation>Hele kortet, {hours}</translation>
    </message>
    <message>
        <source>{hours} – then the week is not over 100 %</source>
        <translation>{hours} – så er ugen ikke over 100 %</translation>
    </message>
    <message>
        <source>{name}, {hours} free, comes to {percent} %</source>
        <translation>{name}, {hours} ledige, kommer på {percent} %</translation>
    </message>
    <message>
        <source>{name}, {hours} free – too full: {percent} %</source>
        <translation>{name}, {hours} ledige – for fuld: {percent} %</translation>
    </message>
    <message>
        <source>{name} has not begun yet on {day}</source>
        <translation>{name} er ikke begyndt endnu {day}</translation>
    </message>
    <message>
        <source>{name} no longer works here on {day}</source>
        <translation>{name} er ikke længere ansat {day}</translation>
    </message>
    <message>
        <source>{name} is away on {day}</source>
        <translation>{name} er fraværende {day}</translation>
    </message>
    <message>
        <source>Place anyway</source>
        <translation>Læg alligevel</translation>
    </message>
    <message>
        <source>{name} has an offer on {task} that is not accepted yet</source>
        <translation>{name} har et tilbud om {task}, som ikke er accepteret endnu</translation>
    </message>
    <message>
        <source>Nothing was copied from week {number}.</source>
        <translation>Intet blev kopieret fra uge {number}.</translation>
    </message>
    <message>
        <source>Nothing of the template was placed.</source>
        <translation>Intet fra skabelonen blev lagt.</translation>
    </message>
    <message>
        <source>Fixed days place themselves.</source>
        <translation>Faste dage lægger sig selv.</translation>
    </message>
    <message numerus="yes">
        <source>%n lay there already.</source>
        <translation>
            <numerusform>%n kort lå der allerede.</numerusform>
            <numerusform>%n kort lå der allerede.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: a day off.</source>
        <translation>
            <numerusform>%n kort er udeladt: medarbejderen er der ikke den dag.</numerusform>
            <numerusform>%n kort er udeladt: medarbejderen er der ikke den dag.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the task is put away.</source>
        <translation>
            <numerusform>%n kort er udeladt: opgaven er lagt væk.</numerusform>
            <numerusform>%n kort er udeladt: opgaven er lagt væk.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the team</source>
        <translation>Åbn teamet</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>Åbn medarbejderen</translation>
    </message>
    <message>
        <source>See the hours</source>
        <translation>Se timerne</translation>
    </message>
    <message>
        <source>Follow-ups this week</source>
        <translation>Opfølgninger i ugen</translation>
    </message>
</context>
</TS>
