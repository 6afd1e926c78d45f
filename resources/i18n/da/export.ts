<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n week(s) from week {number}</source>
        <translation>
            <numerusform>1 uge fra uge {number}</numerusform>
            <numerusform>%n uger fra uge {number}</numerusform>
        </translation>
    </message>
    <message>
        <source>A sheet for each person</source>
        <translation>Et ark til hver medarbejder</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Kopiér tekst</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>For:</translation>
    </message>
    <message>
        <source>How the week leaves</source>
        <translation>Hvordan ugen kommer ud</translation>
    </message>
    <message>
        <source>Only week {number}</source>
        <translation>Kun uge {number}</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Print or save week {number}</source>
        <translation>Udskriv eller gem uge {number}</translation>
    </message>
    <message>
        <source>Reading week {done} of {all}</source>
        <translation>Læser uge {done} af {all}</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Gem PDF</translation>
    </message>
    <message>
        <source>Save calendar file</source>
        <translation>Gem kalenderfil</translation>
    </message>
    <message>
        <source>Save spreadsheet</source>
        <translation>Gem regneark</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Regneark</translation>
    </message>
    <message>
        <source>Take each task's rung along</source>
        <translation>Tag trinnet for hver opgave med</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>The PDF is saved.</source>
        <translation>PDF'en er gemt.</translation>
    </message>
    <message>
        <source>The calendar file is saved. Open it in your calendar.</source>
        <translation>Kalenderfilen er gemt. Åbn den i din kalender.</translation>
    </message>
    <message>
        <source>The spreadsheet is saved.</source>
        <translation>Regnearket er gemt.</translation>
    </message>
    <message>
        <source>The text is copied. It is cleared from the clipboard after 20 seconds.</source>
        <translation>Teksten er kopieret. Den bliver slettet fra udklipsholderen efter 20 sekunder.</translation>
    </message>
    <message>
        <source>The week is sent to the printer.</source>
        <translation>Ugen er sendt til printeren.</translation>
    </message>
    <message>
        <source>There are no follow-ups or conversations in this period. Choose a longer one.</source>
        <translation>Der er ingen opfølgninger eller samtaler i perioden. Vælg en længere periode.</translation>
    </message>
    <message>
        <source>There is a file called «{name}» already.</source>
        <translation>Der ligger allerede en fil med navnet «{name}».</translation>
    </message>
    <message>
        <source>To the calendar</source>
        <translation>Til kalender</translation>
    </message>
    <message>
        <source>Whose week</source>
        <translation>Hvis uge</translation>
    </message>
    <message>
        <source>With:</source>
        <translation>Med:</translation>
    </message>
    <message>
        <source>Without:</source>
        <translation>Uden:</translation>
    </message>
    <message>
        <source>Write over</source>
        <translation>Overskriv</translation>
    </message>
    <message>
        <source>Write over the file?</source>
        <translation>Overskriv filen?</translation>
    </message>
    <message>
        <source>Write the name in the title</source>
        <translation>Skriv navnet i titlen</translation>
    </message>
    <message>
        <source>Write the task in the title</source>
        <translation>Skriv opgaven i titlen</translation>
    </message>
    <message>
        <source>Writing: {done} done</source>
        <translation>Skriver: {done} færdige</translation>
    </message>
</context>
</TS>
