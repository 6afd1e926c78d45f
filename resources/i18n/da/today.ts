<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da">
<context>
    <name>tillid</name>
    <message>
        <source>Cancel the follow-up</source>
        <translation>Aflys opfølgningen</translation>
    </message>
    <message>
        <source>Choose how it went.</source>
        <translation>Vælg, hvordan det gik.</translation>
    </message>
    <message>
        <source>Conversation, it should have been held</source>
        <translation>Samtale, den skulle have været holdt</translation>
    </message>
    <message>
        <source>Could the citizen tell?</source>
        <translation>Kunne borgeren mærke det?</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Do not show again</source>
        <translation>Vis ikke igen</translation>
    </message>
    <message>
        <source>First people and tasks</source>
        <translation>Først medarbejdere og opgaver</translation>
    </message>
    <message>
        <source>Follow-up with {name}</source>
        <translation>Opfølgning med {name}</translation>
    </message>
    <message>
        <source>Follow-ups and conversations</source>
        <translation>Opfølgninger og samtaler</translation>
    </message>
    <message>
        <source>Go to people</source>
        <translation>Gå til medarbejdere</translation>
    </message>
    <message>
        <source>Go to tasks</source>
        <translation>Gå til opgaver</translation>
    </message>
    <message>
        <source>How did it go?</source>
        <translation>Hvordan gik det?</translation>
    </message>
    <message>
        <source>If there is time</source>
        <translation>Hvis der er tid</translation>
    </message>
    <message>
        <source>In the week and the calendar it is called a conversation and nothing more.</source>
        <translation>I ugen og kalenderen hedder det bare samtale.</translation>
    </message>
    <message>
        <source>Is it a breach? Then note the facts afterwards.</source>
        <translation>Er det et brud? Så noter fakta bagefter.</translation>
    </message>
    <message>
        <source>It comes back in two weeks.</source>
        <translation>Den kommer igen om to uger.</translation>
    </message>
    <message>
        <source>It is not shown again.</source>
        <translation>Den bliver ikke vist igen.</translation>
    </message>
    <message>
        <source>It is planned {day} at {time}.</source>
        <translation>Den er aftalt til {day} kl. {time}.</translation>
    </message>
    <message>
        <source>It is planned {day}.</source>
        <translation>Den er aftalt til {day}.</translation>
    </message>
    <message>
        <source>It was due {day}.</source>
        <translation>Den skulle have været {day}.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senere</translation>
    </message>
    <message>
        <source>Leave the plan out of screenshots and shared screens</source>
        <translation>Hold planen ude af skærmbilleder og delte skærme</translation>
    </message>
    <message>
        <source>Look at this first</source>
        <translation>Se på det her først</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>Se nærmere</translation>
    </message>
    <message>
        <source>Move the follow-up</source>
        <translation>Flyt opfølgningen</translation>
    </message>
    <message>
        <source>No follow-ups are left this week.</source>
        <translation>Der er ingen opfølgninger tilbage i denne uge.</translation>
    </message>
    <message>
        <source>Note that something went wrong</source>
        <translation>Noter, at noget gik galt</translation>
    </message>
    <message>
        <source>Nothing needs you right now. The week's follow-ups are below.</source>
        <translation>Intet kræver dig lige nu. Ugens opfølgninger står nedenfor.</translation>
    </message>
    <message>
        <source>Nothing needs you right now. The week's follow-ups are on the right.</source>
        <translation>Intet kræver dig lige nu. Ugens opfølgninger står til højre.</translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation>Læg en opfølgning</translation>
    </message>
    <message>
        <source>Plan a follow-up with {name}</source>
        <translation>Læg en opfølgning med {name}</translation>
    </message>
    <message>
        <source>Plan the follow-up</source>
        <translation>Læg opfølgningen</translation>
    </message>
    <message>
        <source>Plan the week</source>
        <translation>Planlæg ugen</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Påmindelser</translation>
    </message>
    <message>
        <source>Room for a trust step, or a task that is nobody's: three at most, if there is time.</source>
        <translation>Plads til et tillidsskridt eller en opgave, som ingen har: højst tre ad gangen, hvis der er tid.</translation>
    </message>
    <message>
        <source>Save the follow-up</source>
        <translation>Gem opfølgningen</translation>
    </message>
    <message>
        <source>Say how it went</source>
        <translation>Skriv, hvordan det gik</translation>
    </message>
    <message>
        <source>Set another day</source>
        <translation>Sæt en ny dag</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Vis alle {count}</translation>
    </message>
    <message>
        <source>Show occasions on the page of today</source>
        <translation>Vis anledninger på siden I dag</translation>
    </message>
    <message>
        <source>The citizen: {text}</source>
        <translation>Borgeren: {text}</translation>
    </message>
    <message>
        <source>The follow-up is cancelled.</source>
        <translation>Opfølgningen er aflyst.</translation>
    </message>
    <message>
        <source>The follow-up is now {day}.</source>
        <translation>Opfølgningen er flyttet til {day}.</translation>
    </message>
    <message>
        <source>The follow-up is saved.</source>
        <translation>Opfølgningen er gemt.</translation>
    </message>
    <message>
        <source>The next follow-up is planned already, {day}.</source>
        <translation>Den næste opfølgning er allerede aftalt til {day}.</translation>
    </message>
    <message>
        <source>The table proposes {day}.</source>
        <translation>Rytmen for trinnet giver {day}.</translation>
    </message>
    <message>
        <source>Three at most</source>
        <translation>Højst tre ad gangen</translation>
    </message>
    <message>
        <source>Time, if you want</source>
        <translation>Klokken, hvis du vil</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>What to do with the follow-up</source>
        <translation>Hvad der skal ske med opfølgningen</translation>
    </message>
    <message>
        <source>What you learned</source>
        <translation>Det lærte du</translation>
    </message>
    <message>
        <source>What {name} learned</source>
        <translation>Det lærte {name}</translation>
    </message>
    <message>
        <source>When they are here, this page gathers what needs you, and the week's follow-ups.</source>
        <translation>Når de er her, samler siden det, der kræver dig, og ugens opfølgninger.</translation>
    </message>
    <message>
        <source>While the task is paused no follow-up is planned.</source>
        <translation>Så længe opgaven er på pause, lægges der ingen opfølgning.</translation>
    </message>
    <message>
        <source>{name} finds that you are</source>
        <translation>{name} oplever, at du er</translation>
    </message>
</context>
</TS>
