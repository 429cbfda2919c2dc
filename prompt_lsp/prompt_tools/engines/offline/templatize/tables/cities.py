"""The names of cities that prompts speak of, in English and in other languages."""

from functools import cache

from prompt_lsp.prompt_tools.engines.offline.templatize.tables.phrases import (
    Phrases,
    phrases,
)

ENGLISH = """
Aberdeen, Abidjan, Abu Dhabi, Abuja, Accra, Adana, Addis Ababa, Adelaide, Ahmedabad,
Albany, Albuquerque, Aleppo, Alexandria, Algiers, Almaty, Amman, Amsterdam, Anaheim,
Anchorage, Ankara, Antalya, Antwerp, Arlington, Ashgabat, Asmara, Astana, Asunción,
Athens, Atlanta, Auckland, Austin, Baghdad, Baku, Bali, Baltimore, Bamako, Bandung,
Bangalore, Bengaluru, Bangkok, Barcelona, Bari, Barranquilla, Basel, Basra, Baton Rouge,
Beijing, Beirut, Belfast, Belgrade, Belo Horizonte, Bergen, Berlin, Bern, Bilbao,
Birmingham, Bishkek, Bogotá, Bogota, Boise, Bologna, Bonn, Bordeaux, Boston, Boulder,
Bradford, Brasília, Brasilia, Bratislava, Bremen, Brighton, Brisbane, Bristol, Brno,
Brooklyn, Bruges, Brussels, Bucharest, Budapest, Buenos Aires, Buffalo, Busan, Cairo,
Calgary, Cali, Cambridge, Canberra, Cancún, Cancun, Cape Town, Caracas, Cardiff,
Cartagena, Casablanca, Changsha, Charleston, Charlotte, Chengdu, Chennai, Chiang Mai,
Chicago, Chittagong, Chongqing, Christchurch, Cincinnati, Cleveland, Cologne, Colombo,
Colorado Springs, Columbus, Conakry, Copenhagen, Córdoba, Cordoba, Cork, Coventry,
Curitiba, Cusco, Da Nang, Dakar, Dalian, Dallas, Damascus, Dar es Salaam, Darwin, Delhi,
Denver, Des Moines, Detroit, Dhaka, Doha, Dortmund, Dresden, Dubai, Dublin, Dubrovnik,
Dundee, Durban, Dushanbe, Düsseldorf, Dusseldorf, Edinburgh, Edmonton, Eindhoven, El
Paso, Essen, Eugene, Exeter, Faisalabad, Florence, Fort Worth, Fortaleza, Frankfurt,
Freetown, Fremont, Fresno, Fukuoka, Galway, Gdansk, Gdańsk, Geneva, Genoa, Ghent, Giza,
Glasgow, Gothenburg, Granada, Graz, Guadalajara, Guangzhou, Guatemala City, Guayaquil,
Hague, The Hague, Haifa, Halifax, Hamburg, Hamilton, Hangzhou, Hanoi, Hanover, Hannover,
Harare, Harbin, Hartford, Havana, Heidelberg, Helsinki, Hiroshima, Ho Chi Minh City,
Hobart, Honolulu, Houston, Hyderabad, Ibadan, Incheon, Indianapolis, Innsbruck,
Islamabad, Istanbul, Izmir, Jacksonville, Jaipur, Jakarta, Jeddah, Jerusalem,
Johannesburg, Juneau, Kabul, Kampala, Kano, Kansas City, Kanpur, Karachi, Kathmandu,
Kazan, Kharkiv, Khartoum, Kiev, Kyiv, Kigali, Kingston, Kinshasa, Kobe, Kolkata,
Calcutta, Kraków, Krakow, Kuala Lumpur, Kunming, Kuwait City, Kyoto, La Paz, Lagos,
Lahore, Las Vegas, Leeds, Leicester, Leipzig, Leuven, Libreville, Lille, Lima, Linz,
Lisbon, Liverpool, Ljubljana, Lomé, London, Long Beach, Los Angeles, Luanda, Lucknow,
Lusaka, Luxor, Lviv, Lyon, Lyons, Madison, Madrid, Málaga, Malaga, Malmö, Malé, Managua,
Manaus, Manchester, Mandalay, Manhattan, Manila, Maputo, Marrakech, Marrakesh,
Marseille, Mecca, Medan, Medellín, Medellin, Medina, Melbourne, Mexico City, Miami,
Milan, Milwaukee, Minneapolis, Minsk, Mogadishu, Mombasa, Monrovia, Monterrey,
Montevideo, Montreal, Montréal, Moscow, Mumbai, Bombay, Munich, Muscat, Nagasaki,
Nagoya, Nairobi, Nanjing, Nantes, Naples, Nashville, Nassau, New Delhi, New Haven, New
Orleans, New York, New York City, NYC, Newark, Newcastle, Nice, Nicosia, Norfolk,
Nottingham, Nuremberg, Oakland, Odessa, Odesa, Oklahoma City, Omaha, Oporto, Orlando,
Osaka, Oslo, Paris, Memphis, Ottawa, Ouagadougou, Oxford, Palermo, Palo Alto, Panama
City, Pasadena, Penang, Perth, Philadelphia, Phnom Penh, Phoenix, Phuket, Pisa,
Pittsburgh, Plymouth, Podgorica, Port-au-Prince, Portland, Porto, Porto Alegre,
Portsmouth, Prague, Pretoria, Pristina, Providence, Pune, Pyongyang, Qingdao, Quebec
City, Quito, Rabat, Raleigh, Reading, Recife, Reno, Reykjavik, Reykjavík, Richmond,
Riga, Rio de Janeiro, Riyadh, Rochester, Rome, Rosario, Rotterdam, Sacramento, Saigon,
Salt Lake City, Salvador, Salzburg, Samarkand, San Antonio, San Diego, San Francisco,
San José, San Jose, San Juan, San Salvador, Santa Fe, Santiago, Santo Domingo, São
Paulo, Sao Paulo, Sapporo, Sarajevo, Savannah, Seattle, Sendai, Seoul, Seville,
Shanghai, Sheffield, Shenzhen, Siena, Skopje, Sofia, Southampton, Split, Springfield,
St. Louis, St. Petersburg, Saint Petersburg, Stockholm, Strasbourg, Stuttgart, Surat,
Suzhou, Sydney, Taipei, Tallinn, Tampa, Tampere, Tashkent, Tbilisi, Tehran, Tel Aviv,
The Bronx, Thessaloniki, Tianjin, Tijuana, Tirana, Tokyo, Toledo, Toronto, Toulouse,
Trieste, Tripoli, Trondheim, Tucson, Tulsa, Tunis, Turin, Turku, Ulaanbaatar, Utrecht,
Valencia, Valletta, Valparaíso, Vancouver, Venice, Verona, Vienna, Vientiane, Vilnius,
Vladivostok, Warsaw, Washington, Washington D.C., Washington DC, Wellington, Winnipeg,
Wrocław, Wuhan, Xi'an, Xiamen, Yangon, Yaoundé, Yerevan, Yokohama, York, Zagreb,
Zanzibar, Zaragoza, Zürich, Zurich,
Poznań, Łódź, Katowice, Lublin, Szczecin, Ostrava, Plzeň, Debrecen, Szeged, Timișoara,
Cluj-Napoca, Plovdiv, Varna, Bursa, Konya, Aarhus, Odense, Aalborg, Uppsala, Västerås,
Stavanger, Tromsø, Oulu, Espoo, Groningen, Maastricht, Delft, Leiden, Haarlem, Tilburg,
Nijmegen, Derby, Sunderland, Wolverhampton, Swansea, Inverness, Norwich, Stoke-on-Trent,
Cheltenham, Tacoma, Spokane, Fargo, Duluth, Chattanooga, Knoxville, Asheville,
Tallahassee, Gainesville, Scottsdale, Berkeley, Santa Barbara, Santa Monica, Ann Arbor,
Grand Rapids, Louisville, Shreveport, Little Rock, Wichita, Sioux Falls, Nagpur, Indore,
Bhopal, Patna, Kochi, Chandigarh, Coimbatore, Mysore, Varanasi, Amritsar, Jodhpur,
Udaipur, Agra, Multan, Rawalpindi, Quetta, Sylhet, Luang Prabang, Siem Reap, Hoi An,
Cebu, Davao, Surabaya, Yogyakarta, Kanazawa, Kagoshima, Nara, Daegu, Gwangju, Hsinchu,
Kaohsiung, Tainan, Lhasa, Urumqi, Sharjah, Fez, Agadir, Essaouira, Tangier, Oran, Aswan,
Kumasi, Arusha, Entebbe, Bulawayo, Bloemfontein, Cairns, Gold Coast, Dunedin,
Queenstown, Saskatoon, Banff, Padua, Parma, Perugia, Ravenna, Catania, Cagliari, Lucca,
Rimini, Salerno, Zadar, Mostar, Kotor, Novi Sad, Ohrid, Iași, Brașov, Sibiu, Tartu,
Kaunas, Klaipėda, Gomel, Sochi, Novosibirsk, Yekaterinburg
"""

# Of middle size, and of the rest of the world.
SMALLER = """
Akron, Amarillo, Appleton, Augusta, Aurora, Bakersfield, Beaumont, Bellevue, Bellingham,
Bend, Billings, Bismarck, Bloomington, Bozeman, Bridgeport, Brownsville, Burlington,
Canton, Cedar Rapids, Chandler, Chesapeake, Clarksville, Corpus Christi, Dayton,
Davenport, Daytona Beach, Dearborn, Durham, Erie, Evansville, Everett, Fayetteville,
Flagstaff, Flint, Fort Collins, Fort Lauderdale, Fort Wayne, Frederick, Galveston, Gary,
Glendale, Green Bay, Greensboro, Greenville, Gulfport, Hampton, Harrisburg, Henderson,
Huntsville, Irvine, Ithaca, Jersey City, Joliet, Kalamazoo, Key West, Lafayette,
Lakeland, Lancaster, Lansing, Laredo, Lexington, Lubbock, Macon, McAllen, Mesa, Mobile,
Modesto, Montgomery, Myrtle Beach, Naperville, Newport, Niagara Falls, Ogden, Olympia,
Palm Springs, Pensacola, Peoria, Plano, Provo, Pueblo, Rapid City, Roanoke, Rockford,
Salem, Salinas, Santa Ana, Santa Clara, Santa Cruz, Santa Rosa, Sarasota, Scranton,
Silver Spring, Sioux City, South Bend, St. Augustine, St. Paul, Stamford, Stockton,
Syracuse, Tempe, Topeka, Trenton, Tuscaloosa, Waco, Wilmington, Worcester, Yonkers,
Youngstown, Fairbanks, Missoula, Helena, Cheyenne, Lincoln, Jackson, Queens, Staten
Island, Hoboken, Cupertino, Mountain View, Menlo Park, San Mateo, Sunnyvale, Kitchener,
Kelowna, Mississauga, Brampton, Gatineau, Sherbrooke, Laval, Moncton, Regina, St.
John's, Thunder Bay, Whistler, Saltillo, Toluca, León, Morelia, Veracruz, Acapulco,
Mazatlán, Hermosillo, Chihuahua, Ciudad Juárez, Culiacán, Mexicali, Playa del Carmen,
Puerto Vallarta, Tulum, San Luis Potosí, Aguascalientes, Tegucigalpa, San Pedro Sula,
Antigua, Belize City, Bucaramanga, Cúcuta, Pereira, Manizales, Santa Marta, Maracaibo,
Cuenca, Manta, Trujillo, Iquitos, Sucre, Santa Cruz de la Sierra, Concepción, Viña del
Mar, Antofagasta, Temuco, Tucumán, Salta, Bariloche, Neuquén, Ushuaia, Punta del Este,
Santos, Natal, Teresina, Uberlândia, Sorocaba, Ribeirão Preto, Campo Grande, Petrópolis,
Blumenau, Caxias do Sul, Foz do Iguaçu, Ouro Preto, Sintra, Cascais, Guimarães, Segovia,
Ávila, Cáceres, Valladolid, Girona, Tarragona, Lleida, Jerez, Marbella, Ronda, Palma,
Palma de Mallorca, Vitoria, Las Palmas, Biarritz, Colmar, Chamonix, Antibes, Arles,
Amiens, Tours, Le Mans, Clermont-Ferrand, Saint-Malo, Lorient, Bergamo, Brescia, Modena,
Pescara, Lecce, Matera, Sorrento, Amalfi, Como, Trento, Bolzano, Udine, Vicenza,
Ferrara, Taormina, Lucerne, Interlaken, Zermatt, Davos, St. Moritz, Villach, Wels,
Hallstatt, Zell am See, Kitzbühel, Eisenach, Gotha, Halle, Dessau, Görlitz, Hildesheim,
Wolfsburg, Bremerhaven, Lüneburg, Celle, Hameln, Siegen, Hagen, Hamm, Bottrop,
Oberhausen, Leverkusen, Neuss, Ludwigsburg, Reutlingen, Esslingen, Pforzheim,
Ravensburg, Friedrichshafen, Lindau, Kempten, Rosenheim, Landshut, Erlangen, Fürth,
Gießen, Marburg, Fulda, Worms, Speyer, Kaiserslautern, Offenbach, Hanau, Breda, Arnhem,
Enschede, Almere, Amersfoort, Zwolle, Mechelen, Hasselt, Esbjerg, Roskilde, Helsingborg,
Lund, Linköping, Örebro, Norrköping, Umeå, Luleå, Kiruna, Jyväskylä, Kuopio, Rovaniemi,
Lahti, Kristiansand, Drammen, Ålesund, Bodø, Akureyri, Pärnu, Daugavpils, Gdynia, Sopot,
Bydgoszcz, Białystok, Rzeszów, Toruń, Zakopane, Olomouc, Liberec, Košice, Žilina, Pécs,
Győr, Maribor, Rijeka, Pula, Osijek, Niš, Banja Luka, Bitola, Durrës, Patras, Heraklion,
Chania, Rhodes, Larissa, Burgas, Craiova, Constanța, Oradea, Chișinău, Dnipro,
Zaporizhzhia, Chernivtsi, Batumi, Gyumri, Samara, Omsk, Perm, Rostov-on-Don, Irkutsk,
Bath, Canterbury, Chester, Gloucester, Ipswich, Luton, Swindon, Milton Keynes,
Northampton, Peterborough, Preston, Blackpool, Bolton, Stockport, Huddersfield, Hull,
Middlesbrough, Bournemouth, Southend, Torquay, Truro, Stirling, Limerick, Waterford,
Kilkenny, Killarney, Derry, Limassol, Larnaca, Paphos, Eilat, Nazareth, Bethlehem,
Ramallah, Aqaba, Petra, Erbil, Mosul, Isfahan, Shiraz, Tabriz, Mashhad, Dammam, Manama,
Salalah, Al Ain, Gaziantep, Kayseri, Eskişehir, Bodrum, Trabzon, Fethiye, Port Said,
Hurghada, Sharm El Sheikh, Meknes, Ouarzazate, Sousse, Djerba, Benghazi, Port Harcourt,
Enugu, Benin City, Jos, Tamale, Cotonou, Niamey, N'Djamena, Douala, Lubumbashi, Goma,
Bujumbura, Kisumu, Nakuru, Eldoret, Moshi, Dodoma, Lilongwe, Blantyre, Livingstone,
Victoria Falls, Windhoek, Swakopmund, Gaborone, Maseru, Polokwane, Stellenbosch, George,
Antananarivo, Port Louis, Srinagar, Shimla, Manali, Dehradun, Rishikesh, Ludhiana,
Meerut, Gwalior, Raipur, Ranchi, Guwahati, Shillong, Bhubaneswar, Visakhapatnam,
Vijayawada, Madurai, Thiruvananthapuram, Kozhikode, Pondicherry, Mangalore, Nashik,
Rajkot, Vadodara, Aurangabad, Kandy, Galle, Jaffna, Pokhara, Thimphu, Sialkot, Peshawar,
Khulna, Naypyidaw, Bagan, Chiang Rai, Ayutthaya, Krabi, Pattaya, Hua Hin, Battambang,
Hue, Hải Phòng, Haiphong, Nha Trang, Da Lat, Ipoh, Johor Bahru, Malacca, Kuching, Kota
Kinabalu, Semarang, Malang, Makassar, Denpasar, Ubud, Iloilo, Baguio, Zamboanga, Foshan,
Dongguan, Ningbo, Wenzhou, Jinan, Zhengzhou, Taiyuan, Shenyang, Changchun, Hefei,
Nanchang, Fuzhou, Nanning, Guiyang, Lanzhou, Guilin, Lijiang, Macau, Taichung, Ulsan,
Daejeon, Suwon, Jeju, Niigata, Kumamoto, Okayama, Matsuyama, Takamatsu, Nagano, Nikko,
Hakone, Kamakura, Hakodate, Asahikawa, Shizuoka, Hamamatsu, Geelong, Ballarat, Bendigo,
Wollongong, Townsville, Toowoomba, Launceston, Fremantle, Alice Springs, Tauranga,
Napier, Nelson, Rotorua, Suva, Nouméa, Papeete, Port Moresby
"""

# In their own tongue, or in a neighbour's.
LOCAL = """
Aachen, Athen, Augsburg, Barcelone, Belgrad, Bielefeld, Bochum, Braunschweig, Brüssel,
Bruxelles, Bruxelas, Bukarest, Chemnitz, Darmstadt, Den Haag, Erfurt,
Florenz, Freiburg, Genf, Genève, Ginebra, Göttingen, Hambourg, Hamburgo, Karlsruhe,
Kassel, Kiel, Köln, Kopenhagen, Copenhague, La Haye, Lausanne, Lissabon, Lisbonne,
Lisboa, Londres, Luzern, Lübeck, Madrid, Mailand, Magdeburg, Mainz, Mannheim,
Marsella, Milano, Montpellier, Moskau, Moscou, Moscú, München, Munique, Münster,
Neapel, Nova York, Nueva York, Nürnberg, Pékin, Pekín, Pequim, Potsdam, Prag, Praga,
Regensburg, Reims, Rennes, Roma, Rostock, Rouen, Saarbrücken, Salamanca, Sevilla,
Straßburg, Tokio, Toulon, Trier, Tóquio, Tübingen, Turim, Ulm, Varsovie, Venedig,
Venise, Viena, Vienne, Warschau, Wien, Wiesbaden, Würzburg, Bogotá, Ciudad de México,
Campinas, Coimbra, Braga, Faro, Florianópolis, Belém, Granada, Murcia, Oviedo,
Konstanz, Heilbronn, Paderborn, Oldenburg, Osnabrück, Duisburg, Wuppertal,
Mönchengladbach, Gelsenkirchen, Krefeld, Ludwigshafen, Solingen, Bamberg, Bayreuth,
Koblenz, Jena, Weimar, Cottbus, Schwerin, Zwickau, Passau, Ingolstadt, Heidenheim,
Flensburg, Stralsund, Klagenfurt, Bregenz, St. Gallen, Winterthur, Lugano, Grenoble,
Dijon, Nîmes, Angers, Le Havre, Saint-Étienne, Avignon, Aix-en-Provence, Annecy,
Limoges, Metz, Brest, Perpignan, Orléans, Caen, Mulhouse, Cannes, Besançon, Poitiers, La
Rochelle, Québec, Liège, Namur, Charleroi, Vigo, Gijón, Alicante, Santander, Pamplona,
Cádiz, Burgos, San Sebastián, A Coruña, Almería, Badajoz, Logroño, Huelva, Puebla,
Querétaro, Mérida, Oaxaca, Arequipa, Mendoza, La Plata, Mar del Plata, Cochabamba,
Goiânia, São Luís, Maceió, João Pessoa, Aracaju, Cuiabá, Niterói, Joinville, Londrina,
Aveiro, Évora, Setúbal, Funchal, Leiria, Viseu, Cracóvia, Milán, Florencia, Venecia,
Nápoles, Turín, Ginebra, Bruselas, Ámsterdam, Estocolmo, Berlín, París, Múnich, Colonia,
Hambourg, Francfort, Édimbourg, Barcelone, Séville, Le Caire, Milan, Florença, Genebra
"""

JAPANESE_AND_CHINESE = """
東京, 大阪, 京都, 名古屋, 横浜, 札幌, 福岡, 神戸, 仙台, 広島, 沖縄, 奈良, 鎌倉,
ニューヨーク, ロサンゼルス, サンフランシスコ, シカゴ, ロンドン, パリ, ベルリン, ローマ,
ミラノ, マドリード, バルセロナ, ウィーン, アムステルダム, モスクワ, 北京, 上海, 香港,
台北, ソウル, バンコク, シドニー, 东京, 广州, 深圳, 成都, 杭州, 南京, 武汉, 西安, 重庆,
苏州, 天津, 青岛, 厦门, 首尔, 纽约, 洛杉矶, 旧金山, 伦敦, 巴黎, 柏林, 罗马, 莫斯科,
悉尼, 曼谷, 新加坡市
"""

# Everyday words, family names, first names: in prose they need more than a capital.
ALSO_WORDS = """
Alexandria, Arlington, Austin, Bari, Boulder, Braga, Bradford, Bristol, Brooklyn,
Buffalo, Cali, Cambridge, Charlotte, Cleveland, Columbus, Cork, Darwin, Dundee, Essen,
Eugene, Faro, Florence, Granada, Hague, Hamilton, Hannover, Jackson, Kiel, Kingston,
Lima, Lincoln, Madison, Malé, Medina, Mobile, Münster, Nassau, Newcastle, Nice, Norfolk,
Odessa, Orlando, Oxford, Phoenix, Pisa, Plymouth, Portland, Providence, Pune, Raleigh,
Reading, Reno, Richmond, Roma, Rochester, Rosario, Salvador, Santiago, Savannah, Siena,
Sofia, Split, Springfield, Surat, Toledo, Trier, Ulm, Valencia, Verona, Vienne,
Washington, Wellington, York, Derby, Parma, Brest, Colonia, Mendoza, Angers, Fez, Nara,
Kassel, Mainz, Montana, Aurora, Augusta, Antigua, Bath, Beaumont, Bend, Bolton,
Burlington, Canton, Chandler, Chester, Como, Constanța, Concepción, Davenport, Dayton,
Durham, Erie, Evansville, Everett, Flint, Frederick, Gary, George, Goma, Hagen, Halle,
Hamm, Hampton, Helena, Henderson, Hue, Hull, Jos, Lafayette, Lancaster, Larissa, León,
Lexington, Livingstone, Lund, Macon, Manta, Mesa, Montgomery, Napier, Natal, Nelson,
Newport, Palma, Peoria, Perm, Perth, Petra, Preston, Princeton, Pula, Queens, Regina,
Rhodes, Salem, Salta, Samara, Santos, Santa Clara, Stamford, Stirling, Stockton, Sucre,
Temple, Tours, Trento, Trujillo, Tulum, Vitoria, Waco, Worms, Antibes, Laval, Malang,
Moshi, Manali
"""


@cache
def all_cities() -> Phrases:
    """Every name of a city, in every language."""
    return phrases(ENGLISH, SMALLER, LOCAL, JAPANESE_AND_CHINESE)


@cache
def ambiguous_cities() -> Phrases:
    """Names that are other things as well."""
    return phrases(ALSO_WORDS)
