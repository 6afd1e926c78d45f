<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n case(s) have passed the day of deletion.</source>
        <translation>
            <numerusform>%n case has passed the day of deletion.</numerusform>
            <numerusform>%n cases have passed the day of deletion.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n case(s)?</source>
        <translation>
            <numerusform>Delete %n case?</numerusform>
            <numerusform>Delete %n cases?</numerusform>
        </translation>
    </message>
</context>
</TS>
