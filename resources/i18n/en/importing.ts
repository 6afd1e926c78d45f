<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n person(s) fetched.</source>
        <translation>
            <numerusform>%n person fetched.</numerusform>
            <numerusform>%n people fetched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) ready</source>
        <translation>
            <numerusform>%n person ready</numerusform>
            <numerusform>%n people ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) fetched.</source>
        <translation>
            <numerusform>%n task fetched.</numerusform>
            <numerusform>%n tasks fetched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) ready</source>
        <translation>
            <numerusform>%n task ready</numerusform>
            <numerusform>%n tasks ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged.</source>
        <translation>
            <numerusform>%n unchanged.</numerusform>
            <numerusform>%n unchanged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n row(s) left out</source>
        <translation>
            <numerusform>, %n row left out</numerusform>
            <numerusform>, %n rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n person(s)</source>
        <translation>
            <numerusform>Fetch %n person</numerusform>
            <numerusform>Fetch %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n task(s)</source>
        <translation>
            <numerusform>Fetch %n task</numerusform>
            <numerusform>Fetch %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) updated.</source>
        <translation>
            <numerusform>%n person updated.</numerusform>
            <numerusform>%n people updated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) updated.</source>
        <translation>
            <numerusform>%n task updated.</numerusform>
            <numerusform>%n tasks updated.</numerusform>
        </translation>
    </message>
</context>
</TS>
