<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>tillid</name>
    <message numerus="yes">
        <source>%n cell(s) chosen</source>
        <translation>
            <numerusform>%n felt valgt</numerusform>
            <numerusform>%n felter valgt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) where {what}</source>
        <translation>
            <numerusform>%n felt, hvor {what}</numerusform>
            <numerusform>%n felter, hvor {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) without an agreement: {what}.</source>
        <translation>
            <numerusform>%n felt uden aftale: {what}.</numerusform>
            <numerusform>%n felter uden aftale: {what}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} rated today.</source>
        <translation>
            <numerusform>%n af {all} er vurderet i dag.</numerusform>
            <numerusform>%n af {all} er vurderet i dag.</numerusform>
        </translation>
    </message>
    <message>
        <source>1–5 rates · U is unsure · ↓ goes on · Esc goes back</source>
        <translation>1–5 vurderer · U er usikker · ↓ går videre · Esc går tilbage</translation>
    </message>
    <message>
        <source>A 1 or a 5 stands best with something you have seen.</source>
        <translation>Et 1-tal eller 5-tal står bedst med noget, du har set.</translation>
    </message>
    <message>
        <source>a rating is old</source>
        <translation>en vurdering er gammel</translation>
    </message>
    <message>
        <source>All of these hold an agreement. Nothing is changed.</source>
        <translation>De har alle en aftale. Der er ikke ændret noget.</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Områder</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Efter slags</translation>
    </message>
    <message>
        <source>By role</source>
        <translation>Efter stilling</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>Efter team</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Vælg alle</translation>
    </message>
    <message>
        <source>Choose fewer things in it, or look at everything.</source>
        <translation>Vælg færre ting i det, eller se det hele.</translation>
    </message>
    <message>
        <source>Choose one cell only</source>
        <translation>Vælg kun ét felt</translation>
    </message>
    <message>
        <source>Choose the column</source>
        <translation>Vælg kolonnen</translation>
    </message>
    <message>
        <source>Choose the row</source>
        <translation>Vælg rækken</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Ryd filteret</translation>
    </message>
    <message>
        <source>Copied who holds which agreement, without rungs. It is cleared after 20 seconds.</source>
        <translation>Kopieret: hvem der har en aftale om hvad, uden trin. Udklipsholderen tømmes efter 20 sekunder.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiér</translation>
    </message>
    <message>
        <source>Copy or save who holds which agreement</source>
        <translation>Kopiér eller gem, hvem der har hvilken aftale</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Ctrl+A</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation>Ctrl+Mellemrum</translation>
    </message>
    <message>
        <source>Everything the matrix shows</source>
        <translation>Alt, hvad matricen viser</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrér</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>How people stand</source>
        <translation>Hvordan medarbejderne står</translation>
    </message>
    <message>
        <source>How tasks stand</source>
        <translation>Hvordan opgaverne står</translation>
    </message>
    <message>
        <source>I was unsure</source>
        <translation>jeg var usikker</translation>
    </message>
    <message>
        <source>In these teams</source>
        <translation>I disse team</translation>
    </message>
    <message>
        <source>Kinds of task</source>
        <translation>Slags opgaver</translation>
    </message>
    <message>
        <source>Look for cells where</source>
        <translation>Find felter, hvor</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Næste medarbejder</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>Næste opgave</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>ikke vurderet</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Intet passer til filteret</translation>
    </message>
    <message>
        <source>nothing is rated</source>
        <translation>intet er vurderet</translation>
    </message>
    <message>
        <source>old rating</source>
        <translation>gammel vurdering</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Én medarbejder</translation>
    </message>
    <message>
        <source>One prerequisite at a time, so that one strong impression does not colour the others.</source>
        <translation>Én forudsætning ad gangen, så ét stærkt indtryk ikke farver de andre.</translation>
    </message>
    <message>
        <source>One task</source>
        <translation>Én opgave</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n chosen cell(s)</source>
        <translation>
            <numerusform>Kun det %n valgte felt</numerusform>
            <numerusform>Kun de %n valgte felter</numerusform>
        </translation>
    </message>
    <message>
        <source>Only those that are looked for or chosen.</source>
        <translation>Kun dem, der er filtreret frem eller valgt.</translation>
    </message>
    <message>
        <source>Only {what}</source>
        <translation>Kun {what}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Medarbejder</translation>
    </message>
    <message>
        <source>Rate across a row</source>
        <translation>Vurdér hen ad en række</translation>
    </message>
    <message>
        <source>Rate across the row</source>
        <translation>Vurdér hen ad rækken</translation>
    </message>
    <message>
        <source>Rate down a column</source>
        <translation>Vurdér ned ad en kolonne</translation>
    </message>
    <message>
        <source>Rate down the column</source>
        <translation>Vurdér ned ad kolonnen</translation>
    </message>
    <message>
        <source>Rate these</source>
        <translation>Vurdér disse</translation>
    </message>
    <message>
        <source>Rate {what}</source>
        <translation>Vurdér {what}</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>Vurderet</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Gem som fil</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>Gem CSV</translation>
    </message>
    <message>
        <source>Set how well they know it</source>
        <translation>Kendskab</translation>
    </message>
    <message>
        <source>Shift+Space</source>
        <translation>Skift+Mellemrum</translation>
    </message>
    <message>
        <source>Single tasks</source>
        <translation>Enkelte opgaver</translation>
    </message>
    <message>
        <source>Take the agreed rungs along</source>
        <translation>Tag de aftalte trin med</translation>
    </message>
    <message>
        <source>The file is saved.</source>
        <translation>Filen er gemt.</translation>
    </message>
    <message>
        <source>the suggestion differs from the agreement</source>
        <translation>forslaget afviger fra aftalen</translation>
    </message>
    <message>
        <source>There are no agreements among these. Nothing has left.</source>
        <translation>Her er ingen aftaler. Der er ikke gemt eller kopieret noget.</translation>
    </message>
    <message>
        <source>There are no agreements among these. Nothing is copied.</source>
        <translation>Her er ingen aftaler. Der er ikke kopieret noget.</translation>
    </message>
    <message>
        <source>today; {value} before</source>
        <translation>i dag; før {value}</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Samlet</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Usikker</translation>
    </message>
    <message>
        <source>unsure rating</source>
        <translation>usikker vurdering</translation>
    </message>
    <message>
        <source>What is hidden is not copied. Show it first.</source>
        <translation>Det skjulte kopieres ikke. Vis det først.</translation>
    </message>
    <message>
        <source>What is rated</source>
        <translation>Hvad der vurderes</translation>
    </message>
    <message>
        <source>What stays the same</source>
        <translation>Hvad der er fast</translation>
    </message>
    <message>
        <source>What the matrix shows</source>
        <translation>Hvad matricen viser</translation>
    </message>
    <message>
        <source>Without a role</source>
        <translation>Uden stilling</translation>
    </message>
    <message>
        <source>Without a team</source>
        <translation>Uden team</translation>
    </message>
    <message>
        <source>{day}, closed</source>
        <translation>{day}, lukket</translation>
    </message>
    <message>
        <source>{name}: open the page</source>
        <translation>{name}: åbn siden</translation>
    </message>
</context>
</TS>
