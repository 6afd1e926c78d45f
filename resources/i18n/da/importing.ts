<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n person(s) fetched.</source>
        <translation>
            <numerusform>%n medarbejder er hentet.</numerusform>
            <numerusform>%n medarbejdere er hentet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) ready</source>
        <translation>
            <numerusform>%n medarbejder er klar</numerusform>
            <numerusform>%n medarbejdere er klar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) fetched.</source>
        <translation>
            <numerusform>%n opgave er hentet.</numerusform>
            <numerusform>%n opgaver er hentet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) ready</source>
        <translation>
            <numerusform>%n opgave er klar</numerusform>
            <numerusform>%n opgaver er klar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged.</source>
        <translation>
            <numerusform>%n er uændret.</numerusform>
            <numerusform>%n er uændrede.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n row(s) left out</source>
        <translation>
            <numerusform>, %n række er fravalgt</numerusform>
            <numerusform>, %n rækker er fravalgt</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup is made first, and everything can be undone afterwards.</source>
        <translation>En sikkerhedskopi tages først, og alt kan fortrydes bagefter.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Bliver til</translation>
    </message>
    <message>
        <source>CSV, Excel (xlsx, xls) or OpenDocument (ods). The file itself is not changed.</source>
        <translation>CSV, Excel (xlsx, xls) eller OpenDocument (ods). Selve filen bliver ikke ændret.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ændret</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Vælg fil</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Valgt</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Kolonne i filen</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Kolonne {number}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolonner</translation>
    </message>
    <message>
        <source>Correct the columns</source>
        <translation>Ret kolonner</translation>
    </message>
    <message>
        <source>Drag the file here</source>
        <translation>Træk filen hertil</translation>
    </message>
    <message>
        <source>Employed</source>
        <translation>Ansat</translation>
    </message>
    <message>
        <source>Everything can be undone afterwards.</source>
        <translation>Alt kan fortrydes bagefter.</translation>
    </message>
    <message>
        <source>Everything needed has been recognised. You can still change it.</source>
        <translation>Alt det nødvendige er genkendt. Du kan stadig rette det.</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Hent</translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n person(s)</source>
        <translation>
            <numerusform>Hent %n medarbejder</numerusform>
            <numerusform>Hent %n medarbejdere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n task(s)</source>
        <translation>
            <numerusform>Hent %n opgave</numerusform>
            <numerusform>Hent %n opgaver</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch people</source>
        <translation>Hent medarbejdere</translation>
    </message>
    <message>
        <source>Fetch tasks</source>
        <translation>Hent opgaver</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>Is this {field}?</source>
        <translation>Er det {field}?</translation>
    </message>
    <message>
        <source>Left out. CPR numbers are never read in.</source>
        <translation>Udeladt. CPR-numre læses aldrig ind.</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.tsv *.xlsx *.xls *.ods);;All files (*)</source>
        <translation>Lister (*.csv *.txt *.tsv *.xlsx *.xls *.ods);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>Gennemse</translation>
    </message>
    <message>
        <source>Mark the rows in the spreadsheet, headings too, copy them, and paste them here.</source>
        <translation>Markér rækkerne i regnearket, også overskrifterne, kopiér dem, og sæt dem ind her.</translation>
    </message>
    <message>
        <source>More than one column may be the same thing. Choose the right one; the other is not used.</source>
        <translation>Flere kolonner kan være det samme. Vælg den rigtige; den anden bruges ikke.</translation>
    </message>
    <message>
        <source>New rows</source>
        <translation>Nye</translation>
    </message>
    <message>
        <source>No rows are chosen</source>
        <translation>Ingen rækker er valgt</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Bruges ikke</translation>
    </message>
    <message>
        <source>Nothing changes before you have looked the rows through.</source>
        <translation>Intet ændres, før du har set rækkerne igennem.</translation>
    </message>
    <message>
        <source>Nothing is chosen that would change anything.</source>
        <translation>Der er ikke valgt noget, der ændrer noget.</translation>
    </message>
    <message>
        <source>Or paste from a spreadsheet</source>
        <translation>Eller sæt ind fra et regneark</translation>
    </message>
    <message>
        <source>Paste the rows first ({key}).</source>
        <translation>Sæt først rækkerne ind ({key}).</translation>
    </message>
    <message>
        <source>Pasted rows</source>
        <translation>Indsatte rækker</translation>
    </message>
    <message>
        <source>Read the rows</source>
        <translation>Læs rækkerne</translation>
    </message>
    <message>
        <source>Row {row}: {text}</source>
        <translation>Række {row}: {text}</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Filens rækker</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>Viste rækker</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Ark</translation>
    </message>
    <message>
        <source>Stands in it</source>
        <translation>Indhold</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>The backup could not be made, so nothing has been fetched.</source>
        <translation>Sikkerhedskopien kunne ikke tages, så der er ikke hentet noget.</translation>
    </message>
    <message>
        <source>The columns were recognised. Nothing was left out on purpose.</source>
        <translation>Kolonnerne er genkendt, og ingen er udeladt.</translation>
    </message>
    <message>
        <source>There is nothing new to fetch</source>
        <translation>Der er intet nyt at hente</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>At se på</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Uændret</translation>
    </message>
    <message>
        <source>What is what in the file?</source>
        <translation>Hvad er hvad i filen?</translation>
    </message>
    <message>
        <source>{column} becomes</source>
        <translation>{column} bliver til</translation>
    </message>
    <message>
        <source>{file}. {same}Nothing changes before you choose to fetch.</source>
        <translation>{file}. {same}Intet ændres, før du vælger Hent.</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} og {last}</translation>
    </message>
    <message>
        <source>{name}: chosen</source>
        <translation>{name}: valgt</translation>
    </message>
    <message>
        <source>{name}: left out</source>
        <translation>{name}: fravalgt</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) updated.</source>
        <translation>
            <numerusform>%n medarbejder er opdateret.</numerusform>
            <numerusform>%n medarbejdere er opdateret.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) updated.</source>
        <translation>
            <numerusform>%n opgave er opdateret.</numerusform>
            <numerusform>%n opgaver er opdateret.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are only headings, and no rows below them</source>
        <translation>Der er kun overskrifter og ingen rækker under dem</translation>
    </message>
    <message>
        <source>Hours a week that are full time here</source>
        <translation>Timer om ugen på fuld tid her</translation>
    </message>
    <message>
        <source>{text} is {day}</source>
        <translation>{text} er {day}</translation>
    </message>
    <message>
        <source>Day or month first?</source>
        <translation>Dag eller måned først?</translation>
    </message>
    <message>
        <source>Day or month first in {column}?</source>
        <translation>Dag eller måned først i {column}?</translation>
    </message>
    <message>
        <source>Some days can be read in two ways. Choose which comes first, the day or the month.</source>
        <translation>Nogle datoer kan læses på to måder. Vælg, om dagen eller måneden står først.</translation>
    </message>
    <message>
        <source>Some hours are a share of full time. Enter how many hours full time is here.</source>
        <translation>Nogle timer er en del af fuld tid. Skriv, hvor mange timer fuld tid er her.</translation>
    </message>
    <message>
        <source>The names of the tasks are taken from the first column of text. Is that right?</source>
        <translation>Opgavernes navne er taget fra den første kolonne med tekst. Er det rigtigt?</translation>
    </message>
    <message>
        <source>Who is {name} in row {row}?</source>
        <translation>Hvem er {name} i række {row}?</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>En anden</translation>
    </message>
    <message>
        <source>The same as in row {row}</source>
        <translation>Samme som i række {row}</translation>
    </message>
    <message>
        <source>The same as in row {row}, hours added up</source>
        <translation>Samme som i række {row}, med timerne lagt sammen</translation>
    </message>
    <message>
        <source>The same as {name} in the plan</source>
        <translation>Samme som {name} i planen</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Hvem er det?</translation>
    </message>
</context>
</TS>
