"""The names of human languages, in English and in six others.

A name is only a name: which language it is does not matter here. Names that are
everyday words too (`polish`, `shan`, `even`) are languages with a capital letter, or
where a grammar says that a language stands there.
"""

from functools import cache

from prompt_lsp.prompt_tools.engines.offline.templatize.tables.phrases import (
    Phrases,
    listed,
    phrases,
)

ENGLISH = """
Abkhaz, Abkhazian, Acehnese, Afar, Afrikaans, Akan, Albanian, Amharic,
Ancient Egyptian, Ancient Greek, Arabic, Aragonese, Aramaic, Armenian, Assamese,
Asturian, Avar, Avaric, Avestan, Awadhi, Aymara, Azerbaijani, Azeri, Balinese,
Balochi, Baluchi, Bambara, Bashkir, Basque, Belarusian, Bemba, Bengali, Bangla,
Bhojpuri, Bislama, Bosnian, Breton, Bulgarian, Burmese, Cantonese, Catalan, Cebuano,
Chamorro, Chechen, Cherokee, Chewa, Chichewa, Chinese, Chuvash, Cornish, Corsican,
Cree, Crimean Tatar, Croatian, Czech, Danish, Dari, Dhivehi, Dinka, Divehi, Dogri,
Dutch, Dzongkha, Egyptian Arabic, English, Esperanto, Estonian, Ewe, Faroese, Farsi,
Fijian, Filipino, Finnish, Flemish, French, Frisian, Friulian, Fula, Fulah, Fulani,
Galician, Ganda, Georgian, German, Gilbertese, Greek, Greenlandic, Guarani, Gujarati,
Haitian, Haitian Creole, Hakka, Hausa, Hawaiian, Hebrew, Herero, Hindi, Hiri Motu,
Hmong, Hokkien, Hungarian, Icelandic, Ido, Igbo, Ilocano, Indonesian, Interlingua,
Inuktitut, Inupiaq, Irish, Irish Gaelic, Italian, Japanese, Javanese, Kalaallisut,
Kannada, Kanuri, Karelian, Kashmiri, Kazakh, Khmer, Kikuyu, Kinyarwanda, Kirghiz,
Kirundi, Klingon, Komi, Kongo, Konkani, Korean, Kurdish, Kurmanji, Kuanyama, Kyrgyz,
Lao, Latin, Latvian, Lezgian, Ligurian, Limburgish, Lingala, Lithuanian, Lojban,
Lombard, Low German, Luganda, Luo, Luxembourgish, Macedonian, Maithili, Malagasy,
Malay, Malayalam, Maldivian, Maltese, Mandarin, Manipuri, Manx, Maori, Māori,
Mapudungun, Marathi, Marshallese, Mayan, Middle English, Mizo, Moldovan, Mongolian,
Montenegrin, Nahuatl, Nauruan, Navajo, Neapolitan, Nepali, Nepalese, Newari, Norse,
Northern Sami, Northern Sotho, Norwegian, Norwegian Bokmål, Norwegian Nynorsk,
Nyanja, Nynorsk, Bokmål, Occitan, Odia, Ojibwe, Old English, Old Norse, Oriya, Oromo,
Ossetian, Pali, Papiamento, Pashto, Persian, Piedmontese, Pig Latin, Polish,
Portuguese, Punjabi, Panjabi, Quechua, Quenya, Rohingya, Romani, Romanian, Romansh,
Rundi, Russian, Rwanda, Sami, Samoan, Sango, Sanskrit, Santali, Sardinian, Scots,
Scottish Gaelic, Scots Gaelic, Gaelic, Serbian, Serbo-Croatian, Sesotho, Setswana,
Shan, Shona, Sicilian, Silesian, Sindarin, Sindhi, Sinhala, Sinhalese, Slovak,
Slovakian, Slovene, Slovenian, Somali, Sorani, Sorbian, Sotho, Southern Sotho,
Spanish, Castilian, Sranan Tongo, Sundanese, Swahili, Kiswahili, Swati, Swedish,
Syriac, Tagalog, Tahitian, Taiwanese, Tajik, Tamazight, Tamil, Tatar, Telugu, Tetum,
Thai, Tibetan, Tigrinya, Tok Pisin, Tonga, Tongan, Tsonga, Tswana, Tulu, Turkish,
Turkmen, Tuvaluan, Twi, Udmurt, Uighur, Uyghur, Ukrainian, Urdu, Uzbek, Valencian,
Venda, Venetian, Vietnamese, Volapük, Walloon, Waray, Welsh, Wolof, Xhosa, Isixhosa,
Yakut, Yiddish, Yoruba, Yucatec Maya, Zhuang, Zulu, Isizulu,
American Sign Language, British Sign Language, Braille
"""

# A variety is one name: "Brazilian Portuguese" is what a prompt asks for.
VARIETIES = """
American English, British English, Australian English, Canadian English, UK English,
US English, Indian English, Plain English, Modern English, Shakespearean English,
Brazilian Portuguese, European Portuguese, Canadian French, Swiss French,
Belgian French, Québécois French, Swiss German, Austrian German, High German,
Latin American Spanish, Mexican Spanish, Castilian Spanish, European Spanish,
Argentinian Spanish, Argentine Spanish, Colombian Spanish, Simplified Chinese,
Traditional Chinese, Mandarin Chinese, Cantonese Chinese, Classical Chinese,
Chinese (Simplified), Chinese (Traditional), Simplified Mandarin, Modern Greek,
Modern Standard Arabic, Levantine Arabic, Gulf Arabic, Moroccan Arabic,
Biblical Hebrew, Modern Hebrew, Portuguese (Brazil), Portuguese (Portugal),
Spanish (Spain), Spanish (Mexico), Spanish (Latin America), English (US), English (UK),
French (Canada), French (France), German (Germany), German (Switzerland),
Brazilian, Castellano, Deutsch, Français, Español, Português, Italiano, Nederlands
"""

# German: nouns with a capital letter; "ins Englische", "aus dem Englischen".
GERMAN = """
Afrikaans, Albanisch, Altgriechisch, Amharisch, Arabisch, Armenisch,
Aserbaidschanisch, Baskisch, Belarussisch, Bengalisch, Birmanisch, Bosnisch,
Bulgarisch, Chinesisch, Dänisch, Deutsch, Englisch, Esperanto, Estnisch, Farsi,
Finnisch, Flämisch, Französisch, Galicisch, Georgisch, Griechisch, Gujarati, Haussa,
Hebräisch, Hindi, Hochdeutsch, Indonesisch, Irisch, Isländisch, Italienisch,
Japanisch, Jiddisch, Kantonesisch, Kasachisch, Katalanisch, Khmer, Kirgisisch,
Koreanisch, Kroatisch, Kurdisch, Laotisch, Latein, Lateinisch, Lettisch, Litauisch,
Luxemburgisch, Malaiisch, Maltesisch, Mandarin, Mazedonisch, Mongolisch, Nepalesisch,
Niederdeutsch, Niederländisch, Norwegisch, Okzitanisch, Paschtu, Persisch, Polnisch,
Plattdeutsch, Portugiesisch, Punjabi, Rätoromanisch, Rumänisch, Russisch, Sanskrit,
Schwedisch, Schweizerdeutsch, Serbisch, Singhalesisch, Slowakisch, Slowenisch,
Somalisch, Sorbisch, Spanisch, Suaheli, Swahili, Tadschikisch, Tamil, Telugu,
Thailändisch, Thai, Tibetisch, Tschechisch, Türkisch, Turkmenisch, Ukrainisch,
Ungarisch, Urdu, Usbekisch, Vietnamesisch, Walisisch
"""

FRENCH = """
afrikaans, albanais, allemand, amharique, anglais, arabe, arménien, azéri, basque,
bengali, biélorusse, birman, bosniaque, breton, bulgare, cantonais, catalan, chinois,
chinois simplifié, chinois traditionnel, cinghalais, coréen, corse, créole haïtien,
croate, danois, espagnol, espéranto, estonien, finnois, flamand, français, galicien,
gallois, géorgien, grec, grec ancien, hébreu, hindi, hongrois, indonésien, irlandais,
islandais, italien, japonais, kazakh, khmer, kurde, laotien, latin, letton,
lituanien, luxembourgeois, macédonien, malais, malgache, maltais, mandarin, mongol,
néerlandais, népalais, norvégien, occitan, ourdou, ouzbek, persan, polonais,
portugais, portugais brésilien, roumain, russe, sanskrit, serbe, slovaque, slovène,
somali, suédois, swahili, tagalog, tamoul, tchèque, télougou, thaï, tibétain, turc,
ukrainien, vietnamien, wolof, yiddish
"""

SPANISH = """
afrikáans, albanés, alemán, amárico, árabe, armenio, azerí, bengalí, bielorruso,
birmano, bosnio, búlgaro, cantonés, castellano, catalán, checo, chino,
chino simplificado, chino tradicional, coreano, croata, danés, eslovaco, esloveno,
español, esperanto, estonio, euskera, finés, finlandés, francés, gaélico, galés,
gallego, georgiano, griego, griego antiguo, guaraní, hebreo, hindi, holandés, húngaro,
indonesio, inglés, irlandés, islandés, italiano, japonés, jemer, kazajo, kurdo, latín,
letón, lituano, luxemburgués, macedonio, malayo, maltés, mandarín, mongol, náhuatl,
neerlandés, nepalí, noruego, persa, polaco, portugués, portugués brasileño, quechua,
rumano, ruso, sánscrito, serbio, somalí, suajili, sueco, tagalo, tailandés, tamil,
tibetano, turco, ucraniano, urdu, uzbeko, valenciano, vasco, vietnamita, yidis
"""

PORTUGUESE = """
africâner, albanês, alemão, amárico, árabe, armênio, azeri, basco, bengali,
bielorrusso, birmanês, bósnio, búlgaro, cantonês, catalão, checo, chinês,
chinês simplificado, chinês tradicional, coreano, croata, dinamarquês, eslovaco,
esloveno, espanhol, esperanto, estoniano, finlandês, francês, galego, galês, georgiano,
grego, grego antigo, hebraico, hindi, holandês, húngaro, indonésio, inglês, irlandês,
islandês, italiano, japonês, khmer, curdo, latim, letão, lituano, macedônio, malaio,
maltês, mandarim, mongol, neerlandês, nepalês, norueguês, persa, polaco, polonês,
português, português brasileiro, português europeu, romeno, russo, sânscrito, sérvio,
somali, suaíli, sueco, tagalo, tailandês, tâmil, tcheco, tibetano, turco, ucraniano,
urdu, vietnamita
"""

ITALIAN_AND_DUTCH = """
inglese, francese, tedesco, spagnolo, portoghese, giapponese, cinese, russo, arabo,
Engels, Duits, Frans, Spaans, Portugees, Italiaans, Nederlands, Japans, Chinees
"""

JAPANESE = """
英語, アメリカ英語, イギリス英語, ドイツ語, フランス語, スペイン語, ポルトガル語,
ブラジルポルトガル語, イタリア語, 日本語, 中国語, 簡体字中国語, 繁体字中国語, 韓国語,
ロシア語, アラビア語, ヒンディー語, ベンガル語, トルコ語, ベトナム語, タイ語,
インドネシア語, マレー語, オランダ語, スウェーデン語, ノルウェー語, デンマーク語,
フィンランド語, ポーランド語, チェコ語, ハンガリー語, ルーマニア語, ギリシャ語,
ヘブライ語, ウクライナ語, ラテン語, タガログ語, フィリピン語, ペルシャ語, ペルシア語,
ウルドゥー語, スワヒリ語, モンゴル語, ブルガリア語, クロアチア語, セルビア語,
スロバキア語, スロベニア語, カタルーニャ語, 広東語, 台湾語, 北京語, エスペラント語,
ビルマ語, ミャンマー語, クメール語, ネパール語, タミル語
"""

CHINESE = """
英文, 英语, 英語, 美式英语, 英式英语, 中文, 汉语, 漢語, 简体中文, 簡體中文, 繁体中文,
繁體中文, 普通话, 粤语, 粵語, 文言文, 白话文, 日文, 日语, 日語, 韩文, 韩语, 韓文, 韓語,
法文, 法语, 法語, 德文, 德语, 德語, 西班牙文, 西班牙语, 西班牙語, 葡萄牙文, 葡萄牙语,
葡萄牙語, 意大利文, 意大利语, 義大利文, 俄文, 俄语, 俄語, 阿拉伯文, 阿拉伯语, 阿拉伯語,
印地语, 孟加拉语, 土耳其语, 土耳其文, 越南语, 越南文, 泰语, 泰文, 印尼语, 印尼文,
印度尼西亚语, 马来语, 马来文, 荷兰语, 荷兰文, 瑞典语, 挪威语, 丹麦语, 芬兰语, 波兰语,
捷克语, 匈牙利语, 罗马尼亚语, 希腊语, 希腊文, 希伯来语, 乌克兰语, 拉丁语, 拉丁文,
他加禄语, 菲律宾语, 波斯语, 乌尔都语, 斯瓦希里语, 蒙古语, 保加利亚语, 克罗地亚语,
塞尔维亚语, 世界语, 缅甸语, 高棉语, 尼泊尔语, 泰米尔语
"""

# Everyday words, first names or countries: only a grammar makes languages of these.
ALSO_WORDS = """
Akan, Aragonese, Avar, Brazilian, Braille, Castilian, Cree, Ewe, Ganda, Haitian, Ido,
Irish, Komi, Lao, Latin, Lombard, Luo, Manx, Mayan, Norse, Polish, Rwanda, Sami,
Sango, Scots, Shan, Tonga, Twi, Venetian, Waray, Plain English, Dutch
"""


@cache
def all_languages() -> Phrases:
    """Every name of a language, in every form."""
    return phrases(
        ENGLISH,
        VARIETIES,
        GERMAN,
        FRENCH,
        SPANISH,
        PORTUGUESE,
        ITALIAN_AND_DUTCH,
        JAPANESE,
        CHINESE,
        more=_inflected(),
    )


@cache
def capitalised_languages() -> Phrases:
    """Names that are languages by their capital letter alone, without a grammar."""
    ambiguous = listed(ALSO_WORDS)
    names = listed(ENGLISH, VARIETIES, GERMAN) - ambiguous
    return phrases(more=(*names, *_inflected()))


def _inflected() -> list[str]:
    """German: `Englische`, `Englischen` after an article."""
    return [
        name + ending
        for name in listed(GERMAN)
        if name.endswith(("isch", "Deutsch", "deutsch"))
        for ending in ("e", "en")
    ]
