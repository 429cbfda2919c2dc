"""Given names of many cultures, by which a person is known in a sentence."""

from functools import cache

NAMES = """
Aaron Abby Abigail Adam Adele Adrian Adriana Adrien Agata Agnes Agnieszka Ahmad Ahmed
Aidan Aiko Aisha Akira Alan Alana Alba Albert Alberto Alejandra Alejandro Aleksandra
Alena Alessandra Alessandro Alex Alexander Alexandra Alexandre Alexei Alexis Alfonso
Alfred Alfredo Ali Alice Alicia Alina Alison Allison Alvin Alyssa Amal Amanda Amara
Amelia Amina Amir Amit Amos Amy Amélie Ana Anastasia Anaïs Anders Andre Andrea Andreas
Andrei Andrew Andrzej André Andrés Andy Aneesa Angela Angelica Angelika Angelo Angus
Anil Anita Anja Anjali Ann Anna Annabel Anne Anneliese Annette Annie Annika Anouk
Anthony Antoine Anton Antonia Antonio António Anya April Arash Ariel Arjun Arlene Armand
Armando Arnaud Arne Arthur Arturo Arun Arvind Asha Ashley Astrid Aurora Aurélie Axel
Ayesha Aylin Ayodele Ayşe Babak Barbara Bart Bartosz Bea Beata Beatrice Beatrix Beatriz
Becky Ben Benedikt Benjamin Benoît Bernadette Bernard Bernardo Bernd Bert Beth Bettina
Betty Beverly Bianca Birgit Björn Bob Bogdan Boris Brad Brandon Brenda Brendan Brian
Bridget Brigitte Bruce Bruno Bryan Caitlin Caleb Calvin Camila Camille Cara Carina Carl
Carla Carlo Carlos Carlota Carmen Carol Carole Carolina Caroline Carolyn Carsten Caspar
Cassandra Catalina Catarina Catherine Cathy Cecilia Cedric Cesar Chantal Charles Charlie
Charlotte Chen Chiara Chidi Chinedu Chloe Chloé Chris Christa Christian Christina
Christine Christoph Christopher Ciara Cindy Claire Clara Clare Claudia Claus Cleo
Clémence Clément Colin Colleen Connie Connor Conor Constance Consuelo Cora Corinna
Corinne Cornelia Courtney Craig Cristian Cristina Cynthia Cyril Cécile Céline César
Dagmar Daisuke Daisy Dalia Damian Damien Dan Dana Daniel Daniela Danielle Danilo Danny
Daphne Dario Darren Dave David Davide Dawid Dawn Debbie Deborah Debra Deepa Deepak Delia
Delphine Denis Denise Dennis Derek Desmond Devon Diana Diane Diego Dieter Dimitri Dina
Dirk Divya Dmitri Dmitry Dolores Dominic Dominik Dominique Don Donald Donna Donovan Dora
Doreen Doris Dorothea Dorothy Doug Douglas Duncan Dustin Dwayne Dylan Eamon Ebony Eddie
Edgar Edith Eduard Eduardo Edward Edwin Eileen Ekaterina Elaine Eleanor Elena Eleni Eli
Elias Elif Elijah Elin Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Ellie Elliot
Elodie Elsa Elvira Emeka Emil Emilia Emiliano Emilie Emilio Emily Emir Emma Emmanuel
Enrico Enrique Enzo Eric Erica Erich Erik Erika Erin Ernest Ernesto Esra Esteban Estelle
Esther Ethan Eugenia Eva Evan Evelyn Ewa Fabian Fabio Fabrice Fadi Farah Farid Fatima
Fatou Fatoumata Federica Federico Felicia Felicity Felipe Felix Ferdinand Fernanda
Fernando Filip Fiona Flora Florence Florian Francesca Francesco Francis Francisca
Francisco Franck Franco Frank Franz François Françoise Fred Freddie Frederic Frederick
Frederik Freya Frida Friedrich Frédéric Félix Gabriel Gabriela Gabriele Gabrielle Galina
Gareth Gary Gaël Gemma Geoff Geoffrey George Georgia Georgina Gerald Gerard Gerd Gerhard
Gerry Gianna Gilbert Gilles Gillian Gina Giorgio Giovanna Giovanni Gisela Giulia
Giuseppe Gloria Goran Gordon Grace Graham Greg Gregor Gregory Greta Gretchen Grzegorz
Guadalupe Guido Guillaume Guillermo Gunnar Gustav Gustavo Gwen Gérard Günter Hakan Hamid
Hana Hank Hanna Hannah Hannes Hans Harold Harriet Harry Haruka Haruki Harvey Hasan
Hassan Hazel Heather Hector Heidi Heike Heiko Heinrich Heinz Helen Helena Helene Helga
Helmut Hendrik Henri Henrik Henrique Henry Herbert Hermann Hilary Hilda Hiroko Hiroshi
Holly Horst Howard Hubert Hugh Hugo Hussein Héctor Hélène Ian Ibrahim Ida Ignacio Igor
Ikenna Ilona Ilse Iman Imani Imran Ines Inga Ingo Ingrid Inés Irena Irene Irina Irma
Isaac Isabel Isabella Isabelle Isaiah Ismail Ivan Ivana Ivo Iván Jack Jackie Jackson
Jacob Jacqueline Jacques Jaime Jake Jakob Jakub Jamal James Jamie Jan Jana Jane Janet
Janice Janine Janna Jared Jarosław Jasmin Jasmine Jason Javier Jay Jean Jeanette Jeanne
Jeff Jeffrey Jelena Jen Jenna Jennifer Jenny Jens Jeremy Jerome Jerry Jesper Jess Jesse
Jessica Jill Jim Jimmy Jin Jing Joachim Joan Joana Joanna Joanne Joaquín Jochen Jodie
Joe Joel Joelle Johan Johann Johanna Johannes John Johnny Jonas Jonathan Jorge Josef
Joseph Josephine Josh Joshua Josie José Joyce João Juan Juana Juanita Judith Judy Jules
Julia Julian Juliana Julie Julien Juliet Juliette Julio Jun Justin Justine Jutta Jérôme
Jörg Jörn Jürgen Kai Kamal Kamila Karen Karim Karin Karina Karl Karla Karol Karolina
Karsten Kasia Kasper Katarina Katarzyna Kate Katharina Katherine Kathleen Kathryn Kathy
Katie Katja Katrin Katya Kavita Kay Kayla Kaylee Kazuki Keiko Keith Kelly Ken Kenji
Kenneth Kenta Kenya Kerry Kerstin Kevin Khadija Khaled Khalid Kim Kimberly Kira Kiran
Kirsten Klara Klaus Koji Konrad Konstantin Krista Kristen Kristian Kristin Kristina
Kristof Krzysztof Kurt Kwame Kyle Lamar Lara Larissa Larry Lars Laszlo Latoya Laura
Laure Lauren Laurence Laurent Lawrence Layla Lea Leah Leandro Leila Leo Leon Leona
Leonard Leonardo Leonie Leonor Leopold Leroy Leslie Leticia Lewis Liam Lidia Lieselotte
Lilian Liliana Lilly Lily Lina Linda Lindsay Lindsey Linus Lionel Lisa Liu Livia Liz
Liza Logan Lola Lorena Lorenzo Loretta Lori Lorraine Lotte Louis Louisa Louise Luc Luca
Lucas Lucia Luciana Lucie Lucien Lucinda Lucy Lucía Ludovic Ludwig Luis Luisa Luise Luiz
Lukas Lukasz Luke Luna Luz Luís Lydia Lynn László Léa Léo Mackenzie Maddie Madeleine
Madhuri Mads Magda Magdalena Maggie Magnus Mahmoud Maja Malcolm Malik Malin Mamadou
Manfred Manon Manuel Manuela Mara Marc Marcel Marcela Marcelo Marcia Marcin Marco Marcos
Marcus Marek Margaret Margarita Margit Margot Marguerite Maria Mariah Mariam Marian
Mariana Marianne Marie Marieke Mariella Marielle Marika Mariko Marilyn Marina Mario
Marion Marisa Marissa Marit Marius Marjorie Marko Markus Marlene Marta Martha Martin
Martina Martine Martín Marvin Mary Maryam María Masako Mateo Mateus Mateusz Mathias
Mathieu Mathilde Matilda Mats Matt Matteo Matthew Matthias Matthieu Maud Maureen Maurice
Mauricio Maurizio Maxime Maximilian Maya Mayumi Małgorzata Megan Mehmet Mei Melanie
Melinda Melissa Mercy Meredith Mia Michael Michaela Michał Micheal Michel Michele
Michelle Michiko Miguel Mika Mike Mikhail Mikko Mila Milan Milena Miles Milica Milo Mimi
Min Mina Ming Mira Miranda Mireille Miriam Mirko Misha Mitchell Miyuki Mohamed Mohammad
Mohammed Moira Molly Mona Monica Monika Monique Morgan Moritz Morten Moses Muhammad
Mustafa Myra Myriam Mónica Nadia Nadine Nadja Naledi Nancy Naomi Narges Natalia Natalie
Natasha Nate Nathalie Nathan Nathaniel Nazanin Neha Neil Nelson Ngozi Niall Nicholas
Nick Nicola Nicolas Nicole Nicolás Niels Nigel Nikhil Nikita Niklas Nikolai Nikolaus
Nikos Nils Nina Nisha Noah Noel Noelle Nora Norbert Noriko Norma Norman Noémie Nuno
Nuria Octavia Oksana Olaf Ole Oleg Olena Olga Olive Oliver Olivia Olivier Oluwaseun Omar
Oscar Oskar Osman Otto Owen Pablo Paloma Pamela Paola Paolo Pascale Patrice Patricia
Patricio Patrick Patrik Patrycja Paul Paula Paulina Pauline Paulo Pavel Paweł Pedro
Peggy Penelope Penny Percy Pernille Perrine Peter Petra Phil Philip Philipp Philippa
Philippe Phoebe Phyllis Pia Piero Pierre Pieter Pietro Pilar Piotr Polly Pooja Prakash
Priya Quentin Rachel Rafael Rafał Raffaele Raghav Rahim Rahul Rainer Raj Rajesh Ralf
Ralph Ramesh Ramon Ramona Ramón Randall Randy Raphael Raquel Rashid Raul Ravi Raymond
Raúl Rebecca Rebekka Regina Reiko Reinhard Renata Renate Renaud Renee René Reza Ricardo
Riccardo Richard Rick Ricky Rita Robert Roberta Roberto Robin Rocío Rodney Rodrigo Roger
Rohan Roland Rolf Romain Roman Romy Ron Ronald Ronja Rosa Rosalie Rosalind Rosario
Rosemary Rosie Ross Roxana Roxanne Roy Ruben Rubén Rudolf Rudy Rui Rupert Russell Ruth
Ryan Ryo Régine Rémi Saanvi Sabina Sabine Sabrina Sachiko Sadie Saeed Said Sakura Sally
Salma Salman Sam Samantha Samir Samira Samuel Sandeep Sandra Sandro Sandy Sanjay
Santiago Sara Sarah Sascha Sasha Satoshi Saul Scott Sean Sebastian Sebastián Selena
Selma Serena Serge Sergei Sergey Sergio Seth Severin Seán Shabnam Shane Shannon Shari
Sharon Shaun Shauna Shawn Sheila Shelby Shelley Shinji Shira Shirin Shirley Shreya
Sibylle Siegfried Sigrid Silas Silke Silvia Simon Simona Simone Sina Siobhan Sofie Sofía
Solveig Sonia Sonja Sophia Sophie Stacey Stacy Stan Stanisław Stanley Stefan Stefania
Stefanie Steffen Stella Stephan Stephane Stephanie Stephen Sterling Steve Steven Stewart
Stuart Stéphane Stéphanie Sujata Suki Sunil Sunita Susan Susana Susanna Susanne Susie
Suzanne Sven Svenja Svetlana Sybil Sylvain Sylvia Sylvie Sébastien Søren Tabitha Takashi
Takeshi Tamara Tamika Tammy Tanja Tanya Tara Tariq Taro Tatiana Tatjana Taylor Ted
Terence Teresa Terry Tessa Thaddeus Thandiwe Thea Theo Theodor Theodore Theresa Therese
Thiago Thibault Thierry Thomas Thorsten Théo Thérèse Tiago Tilda Till Tim Timo Timothy
Tina Tobias Toby Todd Tom Tomas Tomasz Tommy Tomoko Tomás Toni Tony Torben Torsten
Tracey Tracy Trevor Tristan Trudy Tsukasa Tyler Tyrone Uche Udo Ulrich Ulrike Umar
Ursula Ute Uwe Valentin Valentina Valeria Valerie Valérie Vanessa Vera Verena Veronica
Veronika Verónica Vicente Vicky Victor Vijay Vikram Viktor Viktoria Vincent Vincenzo
Viola Violeta Virginie Vishal Vivian Viviana Vivienne Vladimir Volker Víctor Walter
Wanda Wanjiru Warren Wayne Wei Wendy Werner Wesley Wilfried Wilhelm William Willie Wilma
Winston Wojciech Wolfgang Xavier Ximena Yael Yan Yann Yannick Yara Yasmin Yasmine Yasuko
Yolanda Youssef Yuki Yuko Yuri Yusuf Yuto Yves Yvette Yvonne Zachary Zahra Zainab Zara
Zbigniew Zeynep Zoe Zofia Zoltán Zoé Zoë Zsófia Zuzanna Álvaro Éloïse Émilie Étienne
Óscar Łukasz
"""

# Everyday words, places and names of things: these need a family name beside them.
ALSO_WORDS = """
Alba April Aurora Charlotte Chase Chen Constance Dawn Dolores Dustin Felicity Florence
Georgia Grace Harvey Hazel Heather Holly Ida Inga Jackson Jade Jasmine Jean Jin Jing Jun
Kai Kenya Liu Luna Marina Mercy Milan Miles Min Ming Mona Morgan Norma Olive Penny
Regina Robin Roman Rosario Said Sandy Santiago Scott Sofia Stella Sterling Taylor Till
Verona Viola Warren Wayne Wei Yan
"""

# Whoever has one of these names is no person of a prompt.
ASSISTANTS = """
Alexa Buddha Claude Cortana Gemini Moses Siri
"""


@cache
def given_names() -> frozenset[str]:
    """Every given name, with its capital letter."""
    return frozenset(NAMES.split())


@cache
def doubtful_given_names() -> frozenset[str]:
    """Those that mean something else as well."""
    return frozenset((*ALSO_WORDS.split(), *ASSISTANTS.split()))
