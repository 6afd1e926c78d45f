<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n cell(s) chosen</source>
        <translation>
            <numerusform>%n cell chosen</numerusform>
            <numerusform>%n cells chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) where {what}</source>
        <translation>
            <numerusform>%n cell where {what}</numerusform>
            <numerusform>%n cells where {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) without an agreement: {what}.</source>
        <translation>
            <numerusform>%n cell without an agreement: {what}.</numerusform>
            <numerusform>%n cells without an agreement: {what}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} rated today.</source>
        <translation>
            <numerusform>%n of {all} rated today.</numerusform>
            <numerusform>%n of {all} rated today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n chosen cell(s)</source>
        <translation>
            <numerusform>Only the %n chosen cell</numerusform>
            <numerusform>Only the %n chosen cells</numerusform>
        </translation>
    </message>
</context>
</TS>
