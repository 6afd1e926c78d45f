<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n more character(s).</source>
        <translation>
            <numerusform>%n more character.</numerusform>
            <numerusform>%n more characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>Wait %n second</numerusform>
            <numerusform>Wait %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) stored since are not in it.</source>
        <translation>
            <numerusform>%n act stored since is not in it.</numerusform>
            <numerusform>%n acts stored since are not in it.</numerusform>
        </translation>
    </message>
</context>
</TS>
