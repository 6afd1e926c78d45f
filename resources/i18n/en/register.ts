<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n closed case(s) go with it.</source>
        <translation>
            <numerusform>%n closed case goes with it.</numerusform>
            <numerusform>%n closed cases go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>1 member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them nobody holds yet</source>
        <translation>
            <numerusform>1 nobody holds yet</numerusform>
            <numerusform>%n nobody holds yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>1 person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s) and agreement(s) go with it.</source>
        <translation>
            <numerusform>1 rating or agreement goes with it.</numerusform>
            <numerusform>%n ratings and agreements go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>1 task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n team(s)</source>
        <translation>
            <numerusform>1 team</numerusform>
            <numerusform>%n teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes %n rung(s) off</source>
        <translation>
            <numerusform>Takes 1 rung off</numerusform>
            <numerusform>Takes %n rungs off</numerusform>
        </translation>
    </message>
</context>
</TS>
