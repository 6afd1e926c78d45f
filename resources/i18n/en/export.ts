<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n week(s) from week {number}</source>
        <translation>
            <numerusform>1 week from week {number}</numerusform>
            <numerusform>%n weeks from week {number}</numerusform>
        </translation>
    </message>
</context>
</TS>
