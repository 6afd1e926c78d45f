<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n more character(s).</source>
        <translation>
            <numerusform>%n tegn endnu.</numerusform>
            <numerusform>%n tegn endnu.</numerusform>
        </translation>
    </message>
    <message>
        <source>A rung is not a mark. It says how you share the task right now.</source>
        <translation>Et trin er ikke en karakter. Det siger, hvordan I deler opgaven lige nu.</translation>
    </message>
    <message>
        <source>All eight groups. Capitals, spaces and hyphens do not matter.</source>
        <translation>Alle otte grupper. Store bogstaver, mellemrum og bindestreger er uden betydning.</translation>
    </message>
    <message>
        <source>At least {least} characters. Four or five words are easy to remember and hard to guess.</source>
        <translation>Mindst {least} tegn. Fire–fem ord er lette at huske og svære at gætte.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Back to unlock</source>
        <translation>Lås op</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sikkerhedskopi</translation>
    </message>
    <message>
        <source>Backups (*.tillidbackup)</source>
        <translation>Sikkerhedskopier (*.tillidbackup)</translation>
    </message>
    <message>
        <source>Capitals, spaces and hyphens do not matter.</source>
        <translation>Store bogstaver, mellemrum og bindestreger er uden betydning.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock er slået til.</translation>
    </message>
    <message>
        <source>Change place</source>
        <translation>Skift sted</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Skift adgangssætning</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Vælg</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Vælg en mappe</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Vælg en mappe …</translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation>Vælg en ny adgangssætning</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Vælg en adgangssætning</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>Vælg et andet sted</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>Vælg sikkerhedskopien</translation>
    </message>
    <message>
        <source>Choose the file of the backup.</source>
        <translation>Vælg filen med sikkerhedskopien.</translation>
    </message>
    <message>
        <source>Choose the folder of the plan</source>
        <translation>Vælg planens mappe</translation>
    </message>
    <message>
        <source>Choose the folder where the plan is to lie.</source>
        <translation>Vælg mappen, hvor planen skal ligge.</translation>
    </message>
    <message>
        <source>Choose the new folder</source>
        <translation>Vælg den nye mappe</translation>
    </message>
    <message>
        <source>Choose «Use the recovery key» where the plan is unlocked, and type all groups in order.</source>
        <translation>Vælg «Brug nødnøglen», hvor planen låses op, og skriv alle grupper i rækkefølge.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsæt</translation>
    </message>
    <message>
        <source>For when somebody may have got hold of the plan or the recovery key. Everything is encrypted anew, the backups too, and you get a new recovery key. The passphrase stays the same. Copies you have saved elsewhere can still be opened with the old keys.</source>
        <translation>Til hvis nogen kan have fået fat i planen eller nødnøglen. Alt bliver krypteret på ny, også sikkerhedskopierne, og du får en ny nødnøgle. Adgangssætningen er den samme. Kopier, du har gemt andre steder, kan stadig åbnes med de gamle nøgler.</translation>
    </message>
    <message>
        <source>Four or five words you can remember. Nobody else can open the plan.</source>
        <translation>Fire–fem ord, du kan huske. Ingen andre kan åbne planen.</translation>
    </message>
    <message>
        <source>Give the plan a name</source>
        <translation>Giv planen et navn</translation>
    </message>
    <message>
        <source>Give the plan a name, for example the name of your unit.</source>
        <translation>Giv planen et navn, for eksempel enhedens.</translation>
    </message>
    <message>
        <source>Good: long, and in words you can remember.</source>
        <translation>God: lang og i ord, du kan huske.</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>Gruppe {number}</translation>
    </message>
    <message>
        <source>Group {number}: {letters}</source>
        <translation>Gruppe {number}: {letters}</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Skjul adgangssætningen</translation>
    </message>
    <message>
        <source>I have it on paper</source>
        <translation>Jeg har den på papir</translation>
    </message>
    <message>
        <source>It lies in the same place and stays as it is. Open it, or give the new plan another name.</source>
        <translation>Den ligger samme sted og bliver, som den er. Åbn den, eller giv den nye plan et andet navn.</translation>
    </message>
    <message>
        <source>It will do. One or two more words make it much harder to guess.</source>
        <translation>Den kan bruges. Et par ord mere gør den meget sværere at gætte.</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Behold den gamle</translation>
    </message>
    <message>
        <source>Keep the sheet in a safe place, not together with the computer.</source>
        <translation>Gem arket et sikkert sted, ikke sammen med computeren.</translation>
    </message>
    <message>
        <source>Lies in {folder}</source>
        <translation>Ligger i {folder}</translation>
    </message>
    <message>
        <source>Made on {day}.</source>
        <translation>Lavet den {day}.</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>Lav en ny plan</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Ny mappe</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Ny adgangssætning</translation>
    </message>
    <message>
        <source>Newest backup: {when}.</source>
        <translation>Sidste sikkerhedskopi: {when}.</translation>
    </message>
    <message>
        <source>No backup yet.</source>
        <translation>Der er ingen sikkerhedskopi endnu.</translation>
    </message>
    <message>
        <source>Not as on the sheet. Look once more.</source>
        <translation>Ikke som på arket. Se efter en gang til.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>En gang til</translation>
    </message>
    <message>
        <source>Only you know it.</source>
        <translation>Kun du kender den.</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Åbn en plan</translation>
    </message>
    <message>
        <source>Open another plan</source>
        <translation>Åbn en anden plan</translation>
    </message>
    <message>
        <source>Open from a backup</source>
        <translation>Åbn fra en sikkerhedskopi</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Åbn den</translation>
    </message>
    <message>
        <source>Open the plan</source>
        <translation>Åbn planen</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Adgangssætning</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan from backup</source>
        <translation>Plan fra sikkerhedskopi</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Udskriv</translation>
    </message>
    <message>
        <source>Print the new recovery key, or write it down. It holds when everything is encrypted anew.</source>
        <translation>Udskriv den nye nødnøgle, eller skriv den af. Den gælder, når alt er krypteret på ny.</translation>
    </message>
    <message>
        <source>Print the recovery key</source>
        <translation>Udskriv nødnøglen</translation>
    </message>
    <message>
        <source>Put it in a safe place. If the passphrase is forgotten, the key is the only way in.</source>
        <translation>Læg den et sikkert sted. Glemmes sætningen, er nøglen eneste vej ind.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Nødnøgle</translation>
    </message>
    <message>
        <source>Recovery key {plan}</source>
        <translation>Nødnøgle {plan}</translation>
    </message>
    <message>
        <source>Renew the keys</source>
        <translation>Forny nøglerne</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>Hent sikkerhedskopien</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Gem som PDF</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Gem nødnøglen</translation>
    </message>
    <message>
        <source>Saved. Anyone who opens the file can open the plan: print it, and delete it again.</source>
        <translation>Gemt. Den, der åbner filen, kan åbne planen: Udskriv den, og slet den igen.</translation>
    </message>
    <message>
        <source>Show the key again</source>
        <translation>Vis nøglen igen</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Vis adgangssætningen</translation>
    </message>
    <message>
        <source>That is easy to guess. Take four or five words that do not belong together.</source>
        <translation>Den er let at gætte. Tag fire–fem ord, der ikke hører sammen.</translation>
    </message>
    <message>
        <source>The backup becomes a plan of its own in a new folder. Nothing is written over.</source>
        <translation>Sikkerhedskopien bliver til en plan i en ny mappe. Intet bliver overskrevet.</translation>
    </message>
    <message>
        <source>The keys are new. The old recovery key opens nothing here any more.</source>
        <translation>Nøglerne er fornyet. Den gamle nødnøgle åbner ikke noget her længere.</translation>
    </message>
    <message>
        <source>The keys are new. These copies keep the old ones: {names}.</source>
        <translation>Nøglerne er fornyet. Disse kopier har stadig de gamle: {names}.</translation>
    </message>
    <message>
        <source>The name of your unit, for example. The plan stays on this computer.</source>
        <translation>For eksempel enhedens navn. Planen bliver på denne computer.</translation>
    </message>
    <message>
        <source>The newest backup is from {when}; what you wrote after that is not in it.</source>
        <translation>Den nyeste sikkerhedskopi er fra {when}; det, du har skrevet siden, er ikke med.</translation>
    </message>
    <message>
        <source>The one that held when the backup was made.</source>
        <translation>Den, der gjaldt, da kopien blev taget.</translation>
    </message>
    <message>
        <source>The plan is encrypted on this computer.</source>
        <translation>Planen er krypteret på denne computer.</translation>
    </message>
    <message>
        <source>The plan is open. From now on the new passphrase opens it; the recovery key stays the same.</source>
        <translation>Planen er åbnet. Fremover åbner den med den nye adgangssætning; nødnøglen er den samme.</translation>
    </message>
    <message>
        <source>The plan's name</source>
        <translation>Planens navn</translation>
    </message>
    <message>
        <source>The right trust
for the right task</source>
        <translation>Den rette tillid
til den rette opgave</translation>
    </message>
    <message>
        <source>The sheet could not be saved there. Choose another place.</source>
        <translation>Arket kunne ikke gemmes der. Vælg et andet sted.</translation>
    </message>
    <message>
        <source>The sheet has been sent to the printer.</source>
        <translation>Arket er sendt til printeren.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>De to er ikke ens.</translation>
    </message>
    <message>
        <source>There is no backup beside it.</source>
        <translation>Der ligger ingen sikkerhedskopi ved siden af.</translation>
    </message>
    <message>
        <source>This key opens the plan if the passphrase is forgotten. Without both, nobody can open it.</source>
        <translation>Nøglen åbner planen, hvis adgangssætningen er glemt. Uden en af de to kan ingen åbne den.</translation>
    </message>
    <message>
        <source>Three things, and the plan is yours. It takes a couple of minutes.</source>
        <translation>Tre ting, så er planen din. Det tager et par minutter.</translation>
    </message>
    <message>
        <source>Tillid Planner</source>
        <translation>Tillidsplanlægger</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Prøv igen</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>Prøv med eksempeldata</translation>
    </message>
    <message>
        <source>Type the key for {plan} from the sheet.</source>
        <translation>Skriv nøglen til {plan} fra arket.</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Skriv adgangssætningen.</translation>
    </message>
    <message>
        <source>Type the recovery key.</source>
        <translation>Skriv nødnøglen.</translation>
    </message>
    <message>
        <source>Type the two groups from the sheet.</source>
        <translation>Skriv de to grupper fra arket.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Lås op</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>Brug den alligevel</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Brug adgangssætningen</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Brug nødnøglen</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>Vent %n sekund</numerusform>
            <numerusform>Vent %n sekunder</numerusform>
        </translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Velkommen</translation>
    </message>
    <message>
        <source>Where should the plan lie?</source>
        <translation>Hvor skal planen ligge?</translation>
    </message>
    <message>
        <source>You agree the rung together, task by task. Here it says why, and when you meet again.</source>
        <translation>I aftaler trinnet sammen, opgave for opgave. Her står hvorfor, og hvornår I ses igen.</translation>
    </message>
    <message>
        <source>You have a plan with that name</source>
        <translation>Du har en plan med det navn</translation>
    </message>
    <message>
        <source>{day} at {clock}</source>
        <translation>den {day} kl. {clock}</translation>
    </message>
    <message>
        <source>{plan} from backup</source>
        <translation>{plan} fra sikkerhedskopi</translation>
    </message>
    <message>
        <source>Restore the plan</source>
        <translation>Gendan planen</translation>
    </message>
    <message>
        <source>The backup takes the plan's place in its folder. What lies there now is kept beside it.</source>
        <translation>Sikkerhedskopien kommer ind i planens egen mappe. Det, der ligger der nu, bliver liggende ved siden af.</translation>
    </message>
    <message>
        <source>See what it holds</source>
        <translation>Se, hvad den indeholder</translation>
    </message>
    <message>
        <source>Take the keys from the backup</source>
        <translation>Hent nøglerne fra sikkerhedskopien</translation>
    </message>
    <message>
        <source>{weekday} {day} at {clock}</source>
        <translation>{weekday} den {day} kl. {clock}</translation>
    </message>
</context>
</TS>
