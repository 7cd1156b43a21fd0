"""Given names that are borne, in many languages, mostly by men or mostly by women; names that both bear are left out."""

from __future__ import annotations

from gobetween.reading.word_lists import words

OF_MEN = words(
    """john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven
    paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen
    larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose henry adam
    douglas nathan peter zachary kyle walter harold jeremy carl keith roger gerald ethan arthur terry christian sean lawrence austin
    joe noah jesse albert bryan bruce willie jordan alan ralph roy eugene randy vincent philip russell bobby johnny bradley barack
    antony tony ben bill bob jim tom tim dan mike steve dave greg ken ron fred harry leo oscar hugo max felix
    juan carlos luis miguel angel pedro manuel francisco antonio jorge rafael fernando alejandro diego pablo sergio javier eduardo
    ricardo roberto andres raul enrique alberto mario guillermo gustavo hector ignacio aldo emilio joaquin goncalo joao tiago
    pierre jean jacques michel philippe alain bernard olivier laurent francois emmanuel nicolas thierry pascal yves henri
    hans klaus jurgen jürgen wolfgang dieter helmut heinz uwe stefan matthias andreas karl otto friedrich gerhard olaf piet jan
    maarten willem pieter joost dirk lars erik sven olav ola per nils bjorn björn anders magnus gunnar jens henrik mikkel soren
    giovanni giuseppe marco luca paolo matteo lorenzo franco carlo vladimir sergei dmitry dmitri ivan alexei nikolai mikhail andrei
    oleg yuri igor viktor boris pavel volodymyr oleksandr andriy petro taras bogdan goran zoran milan dragan slobodan
    mohammed mohammad muhammad mohamed ahmed ahmad mahmoud mustafa ali hassan hasan hussein omar yusuf youssef ibrahim ismail khalid
    khaled abdul abdullah abdelaziz abdel saleh salim salman tariq walid nabil samir karim rashid faisal majed bassem osama yasser
    mahdi reza hossein amir javad recep mehmet murat kemal emre benjamin benny yair yoav itzhak yitzhak ehud moshe avi eli david
    binyamin shimon ariel gadi tamir ronen narendra rahul amit rajesh sanjay vijay ravi arjun imran nawaz bilal kofi kwame chidi
    emeka musa moses abiy cyril jacob nelson thabo uhuru raila joseph hiroshi takashi kenji shinzo fumio wei jinping jun min-jun
    tomas jonas lukas markus jakub jaroslav radek ondrej mateusz piotr krzysztof wojciech tadeusz
    gabor laszlo istvan ferenc mihai radu gheorghe vasile"""
)
OF_WOMEN = words(
    """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily
    donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy kathleen angela shirley brenda
    emma anna anne ann pamela nicole samantha katherine catherine christine helen debra rachel carolyn janet maria olivia heather
    diane julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha
    madison teresa gloria sara janice ava kathryn abigail sophia frances jean alice judy isabella julia grace amber denise danielle
    marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori hillary theresa angela ursula kaja sanna
    carmen ana lucia elena isabel rosa rosaura sofia paula claudia gabriela valeria daniela mariana catalina ximena ignacia beatriz
    ines inés pilar dolores mercedes camille claire sophie isabelle nathalie valerie brigitte dominique marine segolene amelie juliette
    marie monika ursula sabine petra heike katrin birgit annalena gisela greta ingrid astrid sigrid solveig hanna lena lone mette
    helle karin kirsten annika marit liv tess saskia marieke femke giulia francesca chiara giorgia alessandra federica lucia
    olga natalia natasha svetlana irina tatiana yelena elena ekaterina anastasia ludmila oksana yulia yuliya iryna vesna jelena
    milica ivana dragana fatima aisha khadija maryam mariam zainab leila layla noor nour hanan rania samira amal salma yasmin nadia
    huda shirin zahra parisa elif ayse ayşe fatma emine meral tzipi golda ayelet miri tamar shira noa indira sonia priya anjali
    kavita meera sushma benazir maryam sheikh hasina amina ngozi wangari ellen joyce graca nkosazana yuki akiko keiko mei ling
    zuzana agnieszka katarzyna malgorzata joanna zofia ioana mihaela"""
)
