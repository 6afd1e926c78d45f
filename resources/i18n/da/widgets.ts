<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>Hide ratings and notes on the screen</source>
        <translation>Skjul vurderinger og noter på skærmen</translation>
    </message>
    <message>
        <source>Enter a date, e.g. 30/4/2027.</source>
        <translation>Skriv en dato, fx 30.4.2027.</translation>
    </message>
    <message>
        <source>Enter a number from {low} to {high}.</source>
        <translation>Skriv et tal fra {low} til {high}.</translation>
    </message>
    <message>
        <source>Enter a number, e.g. 5.5.</source>
        <translation>Skriv et tal, fx 5,5.</translation>
    </message>
    <message>
        <source>Enter a time, e.g. 9:30.</source>
        <translation>Skriv et klokkeslæt, fx 9.30.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Skjul</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Intet at gentage</translation>
    </message>
    <message>
        <source>Nothing to undo: what was done before the plan was locked or closed stays.</source>
        <translation>Intet at fortryde: Det, der blev gjort, før planen blev låst eller lukket, bliver stående.</translation>
    </message>
    <message>
        <source>Open calendar</source>
        <translation>Åbn kalenderen</translation>
    </message>
    <message>
        <source>Ratings and notes are hidden</source>
        <translation>Vurderinger og noter er skjult</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gentag</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Gentag: {what}</translation>
    </message>
    <message>
        <source>Search for a person, task or agreement</source>
        <translation>Søg medarbejder, opgave eller aftale</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Vis</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Fortryd: {what}</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd.mm.åååå</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>tt.mm</translation>
    </message>
    <message>
        <source>{step}, current step</source>
        <translation>{step}, her er du</translation>
    </message>
    <message>
        <source>{step}, done</source>
        <translation>{step}, færdig</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Kassér kladden</translation>
    </message>
    <message>
        <source>You were writing this on {when}. It is not stored yet.</source>
        <translation>Det her skrev du {when}. Det er ikke gemt endnu.</translation>
    </message>
    <message>
        <source>What you are writing is only on the screen: the draft could not be saved. Is the disk full?</source>
        <translation>Det, du skriver, står kun på skærmen: Kladden kunne ikke gemmes. Er disken fuld?</translation>
    </message>
    <message>
        <source>Enter hours, e.g. 2.5 or 2:30.</source>
        <translation>Skriv timer, fx 2,5 eller 2:30.</translation>
    </message>
</context>
</TS>
