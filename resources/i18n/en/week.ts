<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n not placed</source>
        <translation>
            <numerusform>%n not placed</numerusform>
            <numerusform>%n not placed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Team, %n person(s)</source>
        <translation>
            <numerusform>Team, %n person</numerusform>
            <numerusform>Team, %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lay there already.</source>
        <translation>
            <numerusform>%n card was there already.</numerusform>
            <numerusform>%n cards were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: a day off.</source>
        <translation>
            <numerusform>%n card was left out: it would be on a day off.</numerusform>
            <numerusform>%n cards were left out: they would be on days off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the task is put away.</source>
        <translation>
            <numerusform>%n card was left out: the task is put away.</numerusform>
            <numerusform>%n cards were left out: the tasks are put away.</numerusform>
        </translation>
    </message>
</context>
</TS>
