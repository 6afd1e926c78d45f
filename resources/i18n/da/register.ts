<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n closed case(s) go with it.</source>
        <translation>
            <numerusform>%n lukket sag forsvinder også.</numerusform>
            <numerusform>%n lukkede sager forsvinder også.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>1 medlem</numerusform>
            <numerusform>%n medlemmer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them nobody holds yet</source>
        <translation>
            <numerusform>1 er ikke hos nogen endnu</numerusform>
            <numerusform>%n er ikke hos nogen endnu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>1 medarbejder</numerusform>
            <numerusform>%n medarbejdere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s) and agreement(s) go with it.</source>
        <translation>
            <numerusform>1 vurdering eller aftale forsvinder også.</numerusform>
            <numerusform>%n vurderinger og aftaler forsvinder også.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>1 opgave</numerusform>
            <numerusform>%n opgaver</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n team(s)</source>
        <translation>
            <numerusform>1 team</numerusform>
            <numerusform>%n team</numerusform>
        </translation>
    </message>
    <message>
        <source>A team can hold a task together. It gets its own agreement.</source>
        <translation>Et team kan have en opgave sammen. Det får sin egen aftale.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tilføj</translation>
    </message>
    <message>
        <source>Add a control</source>
        <translation>Tilføj en kontrol</translation>
    </message>
    <message>
        <source>Add a red line</source>
        <translation>Tilføj en rød linje</translation>
    </message>
    <message>
        <source>Answer the four questions about the task. Without them no rung can be suggested.</source>
        <translation>Svar på de fire spørgsmål om opgaven. Uden svarene kan der ikke foreslås et trin.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Ask when</source>
        <translation>Spørg, når</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grundlag</translation>
    </message>
    <message>
        <source>By law the task may not be handed over.</source>
        <translation>Opgaven må efter loven ikke gives videre.</translation>
    </message>
    <message>
        <source>Ceiling by law</source>
        <translation>Lovens loft</translation>
    </message>
    <message>
        <source>Clearly described</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Slet</translation>
    </message>
    <message>
        <source>Depends on others</source>
        <translation>Afhænger af andre</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Færdig</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Edit the red line</source>
        <translation>Ret den røde linje</translation>
    </message>
    <message>
        <source>Empty as long as none is set.</source>
        <translation>Tom, så længe den ikke er kendt.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Everybody has left.</source>
        <translation>Alle har forladt enheden.</translation>
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
        <source>First day</source>
        <translation>Første dag</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fast</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frit</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Hvem har den</translation>
    </message>
    <message>
        <source>Highest rung right now</source>
        <translation>Højeste trin lige nu</translation>
    </message>
    <message>
        <source>Hours a week</source>
        <translation>Timer om ugen</translation>
    </message>
    <message>
        <source>If crossed: {consequence}</source>
        <translation>Brydes den: {consequence}</translation>
    </message>
    <message>
        <source>If it is crossed</source>
        <translation>Hvis den brydes</translation>
    </message>
    <message>
        <source>If the risk changes, agreed rungs stay until the two of you have talked about it.</source>
        <translation>Ændres risikoen, bliver aftalte trin stående, til I har talt om det.</translation>
    </message>
    <message>
        <source>Import from file</source>
        <translation>Hent fra fil</translation>
    </message>
    <message>
        <source>Import the list you have, or write the first one. A task is something that can be handed over.</source>
        <translation>Hent den liste, du har, eller skriv den første. En opgave er noget, der kan gives videre.</translation>
    </message>
    <message>
        <source>Import your staff list, or write the first one. A name is enough to begin.</source>
        <translation>Hent din medarbejderliste, eller skriv den første. Et navn er nok til at begynde.</translation>
    </message>
    <message>
        <source>Is a member of</source>
        <translation>Er medlem af</translation>
    </message>
    <message>
        <source>Is put away</source>
        <translation>Lagt væk</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behold</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Gå tilbage</translation>
    </message>
    <message>
        <source>Leave without keeping it all?</source>
        <translation>Gå tilbage uden at gemme det hele?</translation>
    </message>
    <message>
        <source>May not be handed over</source>
        <translation>Må ikke gives videre</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Medlemmer</translation>
    </message>
    <message>
        <source>Mistakes are bearable: small, or easy to catch and undo. They take no rungs off.</source>
        <translation>Fejl er til at leve med: små, eller lette at fange og gøre om. Det trækker ingen trin.</translation>
    </message>
    <message>
        <source>Mistakes have consequences and are hard to catch or undo. They take 2 rungs off for all.</source>
        <translation>Fejl får følger og er svære at fange eller gøre om. Det trækker 2 trin for alle.</translation>
    </message>
    <message>
        <source>Mistakes have consequences and are not always easy to catch or undo. They take 1 rung off for all.</source>
        <translation>Fejl får følger og er ikke altid lette at fange eller gøre om. Det trækker 1 trin for alle.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Name of the task</source>
        <translation>Opgavens navn</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Ny medarbejder</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Ny opgave</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Nyt team</translation>
    </message>
    <message>
        <source>No ceiling</source>
        <translation>Intet loft</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>Ingen medlemmer endnu</translation>
    </message>
    <message>
        <source>No people yet</source>
        <translation>Ingen medarbejdere endnu</translation>
    </message>
    <message>
        <source>No task matches «{text}».</source>
        <translation>Ingen opgave passer til «{text}».</translation>
    </message>
    <message>
        <source>No tasks yet</source>
        <translation>Ingen opgaver endnu</translation>
    </message>
    <message>
        <source>No teams yet</source>
        <translation>Ingen team endnu</translation>
    </message>
    <message>
        <source>Nobody holds it yet</source>
        <translation>Ingen har den endnu</translation>
    </message>
    <message>
        <source>Nobody matches «{text}».</source>
        <translation>Ingen passer til «{text}».</translation>
    </message>
    <message>
        <source>Not described yet</source>
        <translation>Ikke beskrevet endnu</translation>
    </message>
    <message>
        <source>Nothing is agreed yet.</source>
        <translation>Intet er aftalt endnu.</translation>
    </message>
    <message>
        <source>Only used to recognise the person when you import from a file again.</source>
        <translation>Bruges kun til at genkende medarbejderen, når du henter fra en fil igen.</translation>
    </message>
    <message>
        <source>Only what planning needs is kept. Write no CPR number, nothing about health or union, and no reasons for absence.</source>
        <translation>Her står kun det, planlægningen kræver. Skriv ikke CPR-nummer, helbred, fagforening eller grunde til fravær.</translation>
    </message>
    <message>
        <source>Partly clear: rung 3 at most</source>
        <translation>Delvis klar: højst trin 3</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Medarbejdere</translation>
    </message>
    <message>
        <source>People and teams</source>
        <translation>Medarbejdere og team</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Formål</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Læg væk</translation>
    </message>
    <message>
        <source>Red line</source>
        <translation>Rød linje</translation>
    </message>
    <message>
        <source>Red lines</source>
        <translation>Røde linjer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Remove the red line</source>
        <translation>Fjern den røde linje</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Stilling</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Omfang</translation>
    </message>
    <message>
        <source>See tasks and rungs</source>
        <translation>Se opgaver og trin</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kort navn</translation>
    </message>
    <message>
        <source>Show those put away</source>
        <translation>Vis også dem, der er lagt væk</translation>
    </message>
    <message>
        <source>Show those who have left</source>
        <translation>Vis også dem, der er stoppet</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Siden</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>Source: {name}</source>
        <translation>Kilde: {name}</translation>
    </message>
    <message>
        <source>Stands over the column under Trust when the name is long.</source>
        <translation>Står over kolonnen under Tillid, når navnet er langt.</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Bliv her</translation>
    </message>
    <message>
        <source>Take out again</source>
        <translation>Tag frem igen</translation>
    </message>
    <message numerus="yes">
        <source>Takes %n rung(s) off</source>
        <translation>
            <numerusform>Trækker 1 trin</numerusform>
            <numerusform>Trækker %n trin</numerusform>
        </translation>
    </message>
    <message>
        <source>Takes no rungs off</source>
        <translation>Trækker ingen trin</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Opgave</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Opgaver</translation>
    </message>
    <message>
        <source>Tasks and rungs</source>
        <translation>Opgaver og trin</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>The law or an instruction sets the ceiling. A better safety net does not move it.</source>
        <translation>Loven eller en instruks sætter loftet. Et bedre sikkerhedsnet flytter det ikke.</translation>
    </message>
    <message>
        <source>The law, instruction or delegation it rests on.</source>
        <translation>Loven, instruksen eller delegationen bag loftet.</translation>
    </message>
    <message>
        <source>The person is added.</source>
        <translation>Medarbejderen er tilføjet.</translation>
    </message>
    <message>
        <source>The person is changed.</source>
        <translation>Medarbejderen er ændret.</translation>
    </message>
    <message>
        <source>The red lines are changed.</source>
        <translation>De røde linjer er ændret.</translation>
    </message>
    <message>
        <source>The task is added.</source>
        <translation>Opgaven er tilføjet.</translation>
    </message>
    <message>
        <source>The task is changed.</source>
        <translation>Opgaven er ændret.</translation>
    </message>
    <message>
        <source>The task is put away.</source>
        <translation>Opgaven er lagt væk.</translation>
    </message>
    <message>
        <source>The task is taken out again.</source>
        <translation>Opgaven er taget frem igen.</translation>
    </message>
    <message>
        <source>The task itself sets no limit.</source>
        <translation>Opgaven selv sætter ingen grænse.</translation>
    </message>
    <message>
        <source>The team is added.</source>
        <translation>Teamet er tilføjet.</translation>
    </message>
    <message>
        <source>The team is changed.</source>
        <translation>Teamet er ændret.</translation>
    </message>
    <message>
        <source>The way up is a better safety net and a clear task. Then rung {rung} is possible.</source>
        <translation>Vejen op er et bedre sikkerhedsnet og en klar opgave. Så bliver trin {rung} muligt.</translation>
    </message>
    <message>
        <source>The way up is a better safety net. If a colleague always catches mistakes, rung {rung} is possible.</source>
        <translation>Vejen op er et bedre sikkerhedsnet. Fanges fejl altid af en kollega, bliver trin {rung} muligt.</translation>
    </message>
    <message>
        <source>The way up is a better safety net. If mistakes are always caught and easy to undo, rung {rung} is possible.</source>
        <translation>Vejen op er et bedre sikkerhedsnet. Fanges fejl altid, og er de lette at gøre om, bliver trin {rung} muligt.</translation>
    </message>
    <message>
        <source>The way up is a better safety net. If mistakes can be noticed afterwards, rung {rung} is possible.</source>
        <translation>Vejen op er et bedre sikkerhedsnet. Kan fejl i det mindste opdages bagefter, bliver trin {rung} muligt.</translation>
    </message>
    <message>
        <source>The way up is a clear task. Agree on limits, success and when to ask, and rung {rung} is possible.</source>
        <translation>Vejen op er en klar opgave. Aftal grænser, succes og hvornår der spørges, så bliver trin {rung} muligt.</translation>
    </message>
    <message>
        <source>The way up is a clearer task. Once the purpose is agreed, rung {rung} is possible.</source>
        <translation>Vejen op er en klarere opgave. Aftal formålet, så bliver trin {rung} muligt.</translation>
    </message>
    <message>
        <source>There are no ratings or agreements to lose.</source>
        <translation>Ingen vurderinger eller aftaler går tabt.</translation>
    </message>
    <message>
        <source>There are no teams yet.</source>
        <translation>Der er ingen team endnu.</translation>
    </message>
    <message>
        <source>There is nobody to choose from yet. Add people first.</source>
        <translation>Der er ingen at vælge endnu. Tilføj medarbejdere først.</translation>
    </message>
    <message>
        <source>Unclear: rung 2 at most</source>
        <translation>Uklar: højst trin 2</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Enhed</translation>
    </message>
    <message>
        <source>What has to be the same every time.</source>
        <translation>Det, der skal være ens hver gang.</translation>
    </message>
    <message>
        <source>What has to come from somebody else before it can be done.</source>
        <translation>Det, der skal komme fra andre, før opgaven kan løses.</translation>
    </message>
    <message>
        <source>What is marked cannot be kept as it stands. Everything else is kept.</source>
        <translation>Det, der er markeret, kan ikke gemmes, som det står. Alt andet er gemt.</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Det betyder</translation>
    </message>
    <message>
        <source>What it means for the task</source>
        <translation>Det betyder for opgaven</translation>
    </message>
    <message>
        <source>What must not be crossed, whoever holds the task.</source>
        <translation>Det, ingen må overskride, uanset hvem der har opgaven.</translation>
    </message>
    <message>
        <source>What should be better for the citizen when the task is done?</source>
        <translation>Hvad skal være bedre for borgeren, når opgaven er løst?</translation>
    </message>
    <message>
        <source>Who does what?</source>
        <translation>Hvem gør hvad?</translation>
    </message>
    <message>
        <source>Whoever holds the task decides this.</source>
        <translation>Det bestemmer den, der har opgaven.</translation>
    </message>
    <message>
        <source>since {month}</source>
        <translation>siden {month}</translation>
    </message>
    <message>
        <source>until {month}</source>
        <translation>til {month}</translation>
    </message>
    <message>
        <source>{hours} hours a week</source>
        <translation>{hours} timer om ugen</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Nuværende adgangssætning</translation>
    </message>
</context>
</TS>
