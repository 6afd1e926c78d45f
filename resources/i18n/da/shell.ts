<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message>
        <source>A backup is made and tried every day. It is as encrypted as the plan itself.</source>
        <translation>Der laves og prøves en sikkerhedskopi hver dag. Den er lige så krypteret som planen selv.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Som systemet</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Lav en sikkerhedskopi nu</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sikkerhedskopier</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Skift</translation>
    </message>
    <message>
        <source>Check the plan</source>
        <translation>Tjek planen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mørkt</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>Slettet for altid</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Gjort igen: {what}</translation>
    </message>
    <message>
        <source>Everything is as it should be.</source>
        <translation>Alt er, som det skal være.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Fundet</translation>
    </message>
    <message>
        <source>Four or five words you can remember. The recovery key stays the same. The backups kept here get the new one too; copies you have saved elsewhere keep the old one.</source>
        <translation>Fire–fem ord, du kan huske. Nødnøglen er den samme som før. Sikkerhedskopierne her får også den nye; kopier, du har gemt andre steder, har stadig den gamle.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Høj kontrast</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>Udseende</translation>
    </message>
    <message>
        <source>I see</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>If something was deleted for good since, it is back: this computer has no list of it.</source>
        <translation>Er noget slettet for altid siden, kommer det tilbage: Computeren her har ingen liste over det.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprog</translation>
    </message>
    <message>
        <source>Leading</source>
        <translation>Led</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lyst</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Lås efter</translation>
    </message>
    <message>
        <source>Name of a person, a team or a task</source>
        <translation>Navn på en medarbejder, et team eller en opgave</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Aldrig</translation>
    </message>
    <message>
        <source>No backup has been made yet.</source>
        <translation>Der er ikke lavet en sikkerhedskopi endnu.</translation>
    </message>
    <message>
        <source>Nothing has that name.</source>
        <translation>Intet har det navn.</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planlæg</translation>
    </message>
    <message>
        <source>Save a copy elsewhere</source>
        <translation>Gem en kopi et andet sted</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Søg</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Indstillinger</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekststørrelse</translation>
    </message>
    <message>
        <source>The backup has been made and tried.</source>
        <translation>Sikkerhedskopien er lavet og prøvet.</translation>
    </message>
    <message>
        <source>The passphrase has been changed. The recovery key is the same.</source>
        <translation>Adgangssætningen er skiftet. Nødnøglen er den samme.</translation>
    </message>
    <message>
        <source>The plan is in {folder}</source>
        <translation>Planen ligger i {folder}</translation>
    </message>
    <message>
        <source>The plan locks by itself when nobody touches it, when the screen is locked and when the computer sleeps.</source>
        <translation>Planen låser selv, når ingen rører den, når skærmen låses, og når computeren sover.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>This is the example. It lives in memory only and is gone when you close it.</source>
        <translation>Det her er eksemplet. Det ligger kun i hukommelsen og er væk, når du lukker.</translation>
    </message>
    <message>
        <source>Tillid Planner – {unit}</source>
        <translation>Tillidsplanlægger – {unit}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Fortrudt: {what}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min.</translation>
    </message>
    <message>
        <source>The plan locks in {seconds} seconds.</source>
        <translation>Planen låses om {seconds} sekunder.</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>Hold den åben</translation>
    </message>
    <message>
        <source>Try a backup</source>
        <translation>Prøv en sikkerhedskopi</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Gendan en sikkerhedskopi</translation>
    </message>
    <message>
        <source>Choose a second place</source>
        <translation>Vælg et andet sted</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Kun her</translation>
    </message>
    <message>
        <source>Each day's backup is made in {folder} too.</source>
        <translation>Hver dags sikkerhedskopi laves også i {folder}.</translation>
    </message>
    <message>
        <source>A second place, on a stick or another drive, helps if this computer is lost.</source>
        <translation>Et andet sted, på en USB-nøgle eller et andet drev, hjælper, hvis computeren går tabt.</translation>
    </message>
    <message>
        <source>The backup was given up. Nothing has been changed.</source>
        <translation>Sikkerhedskopien blev afbrudt. Intet er ændret.</translation>
    </message>
    <message>
        <source>The backup can be used</source>
        <translation>Sikkerhedskopien kan bruges</translation>
    </message>
    <message>
        <source>Where should each day's backup lie too?</source>
        <translation>Hvor skal hver dags sikkerhedskopi også ligge?</translation>
    </message>
    <message>
        <source>The backup could not be made.</source>
        <translation>Sikkerhedskopien kunne ikke laves.</translation>
    </message>
    <message>
        <source>“{name}” with {people} and {tasks}.</source>
        <translation>»{name}« med {people} og {tasks}.</translation>
    </message>
    <message>
        <source>The latest act in it is from {when}.</source>
        <translation>Det seneste i den er fra {when}.</translation>
    </message>
    <message>
        <source>Everything stored is in it.</source>
        <translation>Alt, der er gemt, er med.</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) stored since are not in it.</source>
        <translation>
            <numerusform>%n handling, der er gemt siden, er ikke med.</numerusform>
            <numerusform>%n handlinger, der er gemt siden, er ikke med.</numerusform>
        </translation>
    </message>
</context>
</TS>
