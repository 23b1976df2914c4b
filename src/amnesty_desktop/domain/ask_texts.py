# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be asked of an authority, in the four languages letters are drafted in.

Each is worded so that it fits one person or many, a woman or a man, and stands as a bullet below the
lead of its language (letter_frames). None but "release" asks that anybody be let go.
"""

_TEXTS = """
fair_trial
en to make sure that any trial is fair and public, and that observers may attend
fr que tout procès soit équitable et public, et que des observateurs puissent y assister
es que todo juicio sea justo y público, y que puedan asistir observadores
de dafür zu sorgen, dass jedes Gerichtsverfahren fair und öffentlich ist und beobachtet werden kann

lawyer
en to allow meetings with a lawyer of their own choice, without delay and in private
fr que l’accès à un avocat librement choisi soit accordé sans délai et en toute confidentialité
es que se permita sin demora el acceso en privado a un abogado de libre elección
de unverzüglich vertrauliche Gespräche mit einem frei gewählten Rechtsbeistand zu ermöglichen

medical
en to provide all the medical care that is needed, without delay
fr que tous les soins médicaux nécessaires soient dispensés sans délai
es que se preste sin demora toda la atención médica necesaria
de unverzüglich für jede nötige medizinische Behandlung zu sorgen

investigation
en to order a prompt and independent investigation, publish its findings and bring those responsible before a court
fr qu’une enquête rapide et indépendante soit ouverte, ses conclusions publiées et les responsables traduits en justice
es que se abra una investigación pronta e independiente, se publiquen sus resultados y se juzgue a los responsables
de rasch unabhängig ermitteln zu lassen, das Ergebnis zu veröffentlichen und die Verantwortlichen anzuklagen

no_execution
en to let no execution go ahead, and to commute the sentence of death
fr qu’aucune exécution n’ait lieu et que la peine de mort soit commuée
es que no se lleve a cabo ninguna ejecución y que se conmute la pena de muerte
de keine Hinrichtung zu vollziehen und das Todesurteil umzuwandeln

no_death_sentence
en to make sure that no death sentence is asked for or passed
fr qu’aucune peine de mort ne soit requise ni prononcée
es que no se solicite ni se imponga la pena de muerte
de weder die Todesstrafe zu fordern noch sie zu verhängen

family
en to allow regular contact with the family, by visits, letters and telephone
fr que des contacts réguliers avec la famille soient autorisés, par des visites, des lettres et le téléphone
es que se permita el contacto regular con la familia, mediante visitas, cartas y llamadas
de regelmäßigen Kontakt zur Familie durch Besuche, Briefe und Anrufe zuzulassen

acknowledge
en to make known without delay the place of detention, the authority responsible and any charge
fr que soient communiqués sans délai le lieu de détention, l’autorité responsable et les éventuelles charges
es que se den a conocer sin demora el lugar de detención, la autoridad responsable y los cargos, si los hay
de unverzüglich den Ort der Haft, die verantwortliche Behörde und etwaige Vorwürfe bekannt zu geben

fate
en to establish without delay what has happened to whoever is missing, and to tell the family
fr que le sort de toute personne portée disparue soit établi sans délai et que la famille en soit informée
es que se esclarezca sin demora la suerte de toda persona desaparecida y se informe a la familia
de das Schicksal aller Verschwundenen unverzüglich zu klären und die Angehörigen zu unterrichten

protection
en to give effective protection against threats and attacks, in the way those threatened wish
fr qu’une protection efficace contre les menaces et les attaques soit assurée, selon les souhaits des personnes menacées
es que se brinde protección efectiva frente a amenazas y ataques, según los deseos de las personas amenazadas
de wirksamen Schutz vor Drohungen und Angriffen zu gewähren, so wie die Bedrohten ihn wünschen

no_torture
en to guarantee that nobody in custody is tortured or otherwise ill-treated
fr que nul ne soit torturé ni maltraité d’aucune autre façon en détention
es que se garantice que nadie bajo custodia sufra tortura ni otros malos tratos
de zu gewährleisten, dass niemand in Gewahrsam gefoltert oder anderweitig misshandelt wird

judge
en to let an independent court decide without delay whether the detention is lawful
fr qu’un tribunal indépendant se prononce sans délai sur la légalité de la détention
es que un tribunal independiente se pronuncie sin demora sobre la legalidad de la detención
de unverzüglich ein unabhängiges Gericht über die Rechtmäßigkeit der Haft entscheiden zu lassen

no_arrest
en to arrest nobody for what they have peacefully said or done
fr que nul ne soit arrêté pour ce qu’il a dit ou fait pacifiquement
es que no se detenga a nadie por lo que ha dicho o hecho pacíficamente
de niemanden wegen friedlicher Äußerungen oder Handlungen festzunehmen

no_return
en to send nobody to a country where they would be in danger of persecution or torture
fr que nul ne soit renvoyé dans un pays où la persécution ou la torture le menacerait
es que no se devuelva a nadie a un país donde corra peligro de persecución o tortura
de niemanden in ein Land zurückzuschicken, in dem Verfolgung oder Folter droht

no_eviction
en to carry out no eviction without consultation, due notice and other adequate housing
fr qu’aucune expulsion n’ait lieu sans consultation, préavis et relogement convenable
es que no se lleve a cabo ningún desalojo sin consulta, aviso previo y otra vivienda adecuada
de keine Räumung ohne Anhörung, angemessene Frist und zumutbaren anderen Wohnraum durchzuführen

conditions
en to bring the conditions of detention into line with the United Nations rules for the treatment of prisoners
fr que les conditions de détention soient conformes aux règles des Nations unies pour le traitement des détenus
es que las condiciones de reclusión se ajusten a las reglas de las Naciones Unidas para el tratamiento de los reclusos
de die Haftbedingungen den Regeln der Vereinten Nationen für die Behandlung von Gefangenen anzupassen

no_flogging
en to carry out no flogging and no amputation
fr qu’aucune flagellation ni amputation ne soit infligée
es que no se aplique ninguna flagelación ni amputación
de keine Prügelstrafe und keine Amputation zu vollstrecken

expression
en to respect the right to speak, publish and meet peacefully without fear of punishment
fr que soit respecté le droit de s’exprimer, de publier et de se réunir pacifiquement sans crainte de sanctions
es que se respete el derecho a expresarse, publicar y reunirse pacíficamente sin temor a castigos
de das Recht zu achten, sich ohne Furcht vor Strafe zu äußern, zu veröffentlichen und friedlich zu versammeln

religion
en to respect the right to hold and practise a religion or belief
fr que soit respecté le droit d’avoir et de pratiquer une religion ou une conviction
es que se respete el derecho a tener y practicar una religión o una creencia
de das Recht zu achten, eine Religion oder Überzeugung zu haben und auszuüben

objection
en to recognise the right to refuse military service for reasons of conscience
fr que soit reconnu le droit de refuser le service militaire pour des raisons de conscience
es que se reconozca el derecho a negarse al servicio militar por motivos de conciencia
de das Recht anzuerkennen, den Kriegsdienst aus Gewissensgründen zu verweigern

no_recruitment
en to recruit nobody by force, and no child at all
fr que nul ne soit enrôlé de force et qu’aucun enfant ne soit recruté
es que no se reclute a nadie por la fuerza, y en ningún caso a menores
de niemanden mit Gewalt und keinesfalls Kinder zu rekrutieren

equal
en to protect everybody equally, without distinction of any kind
fr que chacun soit protégé de la même manière, sans distinction aucune
es que se proteja a todas las personas por igual, sin distinción alguna
de alle Menschen gleich zu schützen, ohne jeden Unterschied

consult
en to consult those who live there before any decision about their land
fr que les habitants soient consultés avant toute décision concernant leurs terres
es que se consulte a quienes viven allí antes de cualquier decisión sobre sus tierras
de die dort lebenden Menschen vor jeder Entscheidung über ihr Land anzuhören

civilians
en to do everything possible to keep civilians from harm
fr que tout soit fait pour épargner la population civile
es que se haga todo lo posible por proteger a la población civil
de alles zu tun, um die Zivilbevölkerung zu schützen

release
en to order release at once and without conditions
fr que la libération immédiate et sans conditions soit ordonnée
es que se ordene la puesta en libertad inmediata y sin condiciones
de die sofortige und bedingungslose Freilassung anzuordnen
"""


def _read(block: str) -> tuple[str, dict[str, str]]:
    key, *lines = block.strip().splitlines()
    pairs = (line.partition(" ") for line in lines)
    return key, {language: words for language, _, words in pairs}


ASK_TEXTS: dict[str, dict[str, str]] = dict(map(_read, _TEXTS.strip().split("\n\n")))
"""Language code to words, by a short name of the request."""
