<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n agreement(s)</source>
        <translation>
            <numerusform>1 agreement</numerusform>
            <numerusform>%n agreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n breach(es)</source>
        <translation>
            <numerusform>1 breach</numerusform>
            <numerusform>%n breaches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not go as hoped</source>
        <translation>
            <numerusform>1 did not go as hoped</numerusform>
            <numerusform>%n did not go as hoped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>1 follow-up</numerusform>
            <numerusform>%n follow-ups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good follow-up(s)</source>
        <translation>
            <numerusform>1 good follow-up</numerusform>
            <numerusform>%n good follow-ups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leap(s)</source>
        <translation>
            <numerusform>1 leap</numerusform>
            <numerusform>%n leaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not looked at yet</source>
        <translation>
            <numerusform>1 not looked at yet</numerusform>
            <numerusform>%n not looked at yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went partly well</source>
        <translation>
            <numerusform>1 went partly well</numerusform>
            <numerusform>%n went partly well</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went well</source>
        <translation>
            <numerusform>1 went well</numerusform>
            <numerusform>%n went well</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and 1 more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What a mistake can lead to takes away %n rung(s).</source>
        <translation>
            <numerusform>What a mistake can lead to takes away %n rung.</numerusform>
            <numerusform>What a mistake can lead to takes away %n rungs.</numerusform>
        </translation>
    </message>
</context>
</TS>
