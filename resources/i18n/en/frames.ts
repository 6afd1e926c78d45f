<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n agreement(s) can be discussed again.</source>
        <translation>
            <numerusform>One agreement can be discussed again.</numerusform>
            <numerusform>%n agreements can be discussed again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n control(s), {time} a week.</source>
        <translation>
            <numerusform>One control, {time} a week.</numerusform>
            <numerusform>%n controls, {time} a week.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is a habit.</source>
        <translation>
            <numerusform>One of them is a habit.</numerusform>
            <numerusform>%n of them are habits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rung(s)</source>
        <translation>
            <numerusform>%n rung</numerusform>
            <numerusform>%n rungs</numerusform>
        </translation>
    </message>
</context>
</TS>
