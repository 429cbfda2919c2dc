"""The names of countries and territories, in English and in six other languages."""

from functools import cache

from prompt_lsp.prompt_tools.engines.offline.templatize.tables.phrases import (
    Phrases,
    phrases,
)

ENGLISH = """
Afghanistan, Åland Islands, Albania, Algeria, American Samoa, Andorra, Angola,
Anguilla, Antarctica, Antigua and Barbuda, Argentina, Armenia, Aruba, Australia,
Austria, Azerbaijan, Bahamas, The Bahamas, Bahrain, Bangladesh, Barbados, Belarus,
Belgium, Belize, Benin, Bermuda, Bhutan, Bolivia, Bonaire, Bosnia and Herzegovina,
Bosnia, Botswana, Brazil, British Virgin Islands, Brunei, Bulgaria, Burkina Faso,
Burundi, Cabo Verde, Cape Verde, Cambodia, Cameroon, Canada, Cayman Islands,
Central African Republic, Chad, Chile, China, People's Republic of China,
Christmas Island, Cocos Islands, Colombia, Comoros, Congo, Republic of the Congo,
Democratic Republic of the Congo, DR Congo, Cook Islands, Costa Rica, Côte d'Ivoire,
Ivory Coast, Croatia, Cuba, Curaçao, Cyprus, Czechia, Czech Republic,
the Czech Republic, Denmark, Djibouti, Dominica, Dominican Republic, East Timor,
Timor-Leste, Ecuador, Egypt, El Salvador, England, Equatorial Guinea, Eritrea,
Estonia, Eswatini, Swaziland, Ethiopia, Falkland Islands, Faroe Islands, Fiji, Finland,
France, French Guiana, French Polynesia, Gabon, Gambia, The Gambia, Georgia, Germany,
Ghana, Gibraltar, Great Britain, Greece, Greenland, Grenada, Guadeloupe, Guam,
Guatemala, Guernsey, Guinea, Guinea-Bissau, Guyana, Haiti, Holland, Honduras,
Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland,
Republic of Ireland, Isle of Man, Israel, Italy, Jamaica, Japan, Jersey, Jordan,
Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon,
Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Macau, Macao,
Macedonia, North Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta,
Marshall Islands, Martinique, Mauritania, Mauritius, Mayotte, Mexico, Micronesia,
Moldova, Monaco, Mongolia, Montenegro, Montserrat, Morocco, Mozambique, Myanmar,
Burma, Namibia, Nauru, Nepal, Netherlands, New Caledonia, New Zealand, Nicaragua,
Niger, Nigeria, Niue, Norfolk Island, North Korea, Northern Ireland,
Northern Mariana Islands, Norway, Oman, Pakistan, Palau, Palestine, Panama,
Papua New Guinea, Paraguay, Peru, Philippines, Pitcairn, Poland, Portugal,
Puerto Rico, Qatar, Réunion, Romania, Russia, Russian Federation, Rwanda,
Saint Barthélemy, Saint Helena, Saint Kitts and Nevis, Saint Lucia, St. Lucia,
Saint Martin, Saint Pierre and Miquelon, Saint Vincent and the Grenadines, Samoa,
San Marino, São Tomé and Príncipe, Saudi Arabia, Scotland, Senegal, Serbia,
Seychelles, Sierra Leone, Singapore, Sint Maarten, Slovakia, Slovenia,
Solomon Islands, Somalia, South Africa, South Korea, Korea, South Sudan, Spain,
Sri Lanka, Sudan, Suriname, Svalbard, Sweden, Switzerland, Syria, Taiwan, Tajikistan,
Tanzania, Thailand, Togo, Tokelau, Tonga, Trinidad and Tobago, Tunisia, Turkey,
Türkiye, Turkmenistan, Turks and Caicos Islands, Tuvalu, Uganda, Ukraine,
United Arab Emirates, UAE, U.A.E., United Kingdom, UK, U.K., United States,
United States of America, USA, U.S.A., U.S., US, Uruguay, US Virgin Islands, Uzbekistan,
Vanuatu, Vatican City, Venezuela, Vietnam, Viet Nam, Wales, Wallis and Futuna,
Western Sahara, Yemen, Zambia, Zimbabwe, Soviet Union
"""

GERMAN = """
Ägypten, Albanien, Algerien, Argentinien, Armenien, Aserbaidschan, Äthiopien,
Australien, Bangladesch, Belgien, Bolivien, Bosnien und Herzegowina, Brasilien,
Bulgarien, Chile, China, Dänemark, Deutschland, Estland, Finnland, Frankreich,
Georgien, Ghana, Griechenland, Großbritannien, Indien, Indonesien, Irak, Iran, Irland,
Island, Israel, Italien, Jamaika, Japan, Jordanien, Kanada, Kasachstan, Katar, Kenia,
Kolumbien, Kroatien, Kuba, Lettland, Libanon, Libyen, Liechtenstein, Litauen,
Luxemburg, Malaysia, Malta, Marokko, Mexiko, Moldawien, Mongolei, Montenegro,
Neuseeland, Niederlande, Nigeria, Nordkorea, Nordmazedonien, Norwegen, Österreich,
Pakistan, Peru, Philippinen, Polen, Portugal, Rumänien, Russland, Saudi-Arabien,
Schottland, Schweden, Schweiz, Serbien, Singapur, Slowakei, Slowenien, Spanien,
Südafrika, Südkorea, Syrien, Tansania, Thailand, Tschechien, Tunesien, Türkei,
Ukraine, Ungarn, Vereinigte Staaten, Vereinigtes Königreich, Vietnam, Zypern
"""

FRENCH = """
Afrique du Sud, Albanie, Algérie, Allemagne, Angleterre, Arabie saoudite, Argentine,
Arménie, Australie, Autriche, Belgique, Bolivie, Brésil, Bulgarie, Cambodge, Cameroun,
Canada, Chili, Chine, Chypre, Colombie, Corée du Nord, Corée du Sud, Côte d'Ivoire,
Croatie, Danemark, Écosse, Égypte, Espagne, Estonie, États-Unis, Éthiopie, Finlande,
France, Géorgie, Grèce, Hongrie, Inde, Indonésie, Irak, Iran, Irlande, Islande,
Israël, Italie, Jamaïque, Japon, Jordanie, Kenya, Lettonie, Liban, Lituanie,
Luxembourg, Madagascar, Malaisie, Mali, Maroc, Mexique, Mongolie, Norvège,
Nouvelle-Zélande, Ouzbékistan, Pakistan, Pays-Bas, Pérou, Philippines, Pologne,
Portugal, Roumanie, Royaume-Uni, Russie, Sénégal, Serbie, Singapour, Slovaquie,
Slovénie, Suède, Suisse, Syrie, Tanzanie, Tchéquie, Thaïlande, Tunisie, Turquie,
Ukraine, Viêt Nam, Vietnam
"""

SPANISH = """
Alemania, Arabia Saudita, Argelia, Argentina, Australia, Austria, Bélgica, Bolivia,
Brasil, Bulgaria, Camboya, Canadá, Chile, China, Colombia, Corea del Norte,
Corea del Sur, Costa Rica, Croacia, Cuba, Dinamarca, Ecuador, Egipto, El Salvador,
Escocia, Eslovaquia, Eslovenia, España, Estados Unidos, Estonia, Etiopía, Filipinas,
Finlandia, Francia, Grecia, Guatemala, Honduras, Hungría, India, Indonesia,
Inglaterra, Irak, Irán, Irlanda, Islandia, Israel, Italia, Japón, Jordania, Kenia,
Letonia, Líbano, Lituania, Luxemburgo, Malasia, Marruecos, México, Nicaragua, Nigeria,
Noruega, Nueva Zelanda, Países Bajos, Pakistán, Panamá, Paraguay, Perú, Polonia,
Portugal, Puerto Rico, Reino Unido, República Checa, República Dominicana, Rumania,
Rusia, Senegal, Serbia, Singapur, Siria, Sudáfrica, Suecia, Suiza, Tailandia, Túnez,
Turquía, Ucrania, Uruguay, Venezuela, Vietnam
"""

PORTUGUESE = """
África do Sul, Alemanha, Angola, Arábia Saudita, Argélia, Argentina, Austrália,
Áustria, Bélgica, Bolívia, Brasil, Bulgária, Cabo Verde, Canadá, Chile, China,
Colômbia, Coreia do Norte, Coreia do Sul, Croácia, Cuba, Dinamarca, Egito, Equador,
Escócia, Eslováquia, Eslovênia, Espanha, Estados Unidos, Estônia, Etiópia, Filipinas,
Finlândia, França, Grécia, Holanda, Hungria, Índia, Indonésia, Inglaterra, Irã,
Iraque, Irlanda, Islândia, Israel, Itália, Japão, Letônia, Líbano, Lituânia,
Luxemburgo, Malásia, Marrocos, México, Moçambique, Nigéria, Noruega, Nova Zelândia,
Países Baixos, Paquistão, Paraguai, Peru, Polônia, Portugal, Quênia, Reino Unido,
República Tcheca, Romênia, Rússia, Sérvia, Singapura, Síria, Suécia, Suíça,
Tailândia, Tunísia, Turquia, Ucrânia, Uruguai, Venezuela, Vietnã
"""

JAPANESE = """
アメリカ, アメリカ合衆国, 米国, イギリス, 英国, ドイツ, フランス, スペイン, ポルトガル,
イタリア, オランダ, ベルギー, スイス, オーストリア, スウェーデン, ノルウェー,
デンマーク, フィンランド, ポーランド, チェコ, ハンガリー, ギリシャ, トルコ, ロシア,
ウクライナ, エジプト, モロッコ, ナイジェリア, ケニア, 南アフリカ, サウジアラビア,
イスラエル, イラン, イラク, インド, パキスタン, バングラデシュ, 中国, 台湾, 韓国,
北朝鮮, 日本, ベトナム, タイ, マレーシア, シンガポール, インドネシア, フィリピン,
オーストラリア, ニュージーランド, カナダ, メキシコ, ブラジル, アルゼンチン, チリ,
ペルー, コロンビア, キューバ
"""

CHINESE = """
美国, 英国, 德国, 法国, 西班牙, 葡萄牙, 意大利, 荷兰, 比利时, 瑞士, 奥地利, 瑞典, 挪威,
丹麦, 芬兰, 波兰, 捷克, 匈牙利, 希腊, 土耳其, 俄罗斯, 乌克兰, 埃及, 摩洛哥, 尼日利亚,
肯尼亚, 南非, 沙特阿拉伯, 以色列, 伊朗, 伊拉克, 印度, 巴基斯坦, 孟加拉国, 中国, 台湾,
韩国, 朝鲜, 日本, 越南, 泰国, 马来西亚, 新加坡, 印度尼西亚, 菲律宾, 澳大利亚, 新西兰,
加拿大, 墨西哥, 巴西, 阿根廷, 智利, 秘鲁, 哥伦比亚, 古巴
"""

# Everyday words, first names or states: in prose they need more than a capital.
ALSO_WORDS = """
Chad, Georgia, Guinea, Jersey, Jordan, Turkey, Mali, Island, Niger,
Java, Saint Martin, Niue, Macedonia, Tonga,
タイ, チリ
"""


@cache
def all_countries() -> Phrases:
    """Every name of a country, in every language."""
    return phrases(ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, JAPANESE, CHINESE)


@cache
def ambiguous_countries() -> Phrases:
    """Names that are other things as well."""
    return phrases(ALSO_WORDS)
