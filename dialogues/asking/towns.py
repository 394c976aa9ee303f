"""Well-known places that no time zone is named after, with the zone they are in; none that is an everyday word."""

from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    "Europe/Amsterdam": (
        "Den Haag, 's-Gravenhage, The Hague, Utrecht, Rotterdam, Eindhoven, Groningen, Tilburg, Almere, Breda, "
        "Nijmegen, Arnhem, Haarlem, Haarlemmermeer, Hoofddorp, Schiphol, Enschede, Amersfoort, Apeldoorn, Den Bosch, "
        "'s-Hertogenbosch, Zwolle, Zoetermeer, Leiden, Maastricht, Dordrecht, Leeuwarden, Delft, Alkmaar, Venlo, "
        "Ede, Emmen, Sittard, Geleen, Roermond, Heerlen, Kerkrade, Weert, Venray, Helmond, Oss, Roosendaal, Bergen "
        "op Zoom, Middelburg, Vlissingen, Flushing, Terneuzen, Assen, Hoogeveen, Meppel, Lelystad, Hilversum, "
        "Bussum, Deventer, Hengelo, Almelo, Wageningen, Doetinchem, Zutphen, Winterswijk, Tiel, Culemborg, Gouda, "
        "Woerden, Zeist, Bilthoven, De Bilt, Nieuwegein, Houten, Veenendaal, Driebergen, Amstelveen, Zaandam, "
        "Zaanstad, Purmerend, Hoorn, Den Helder, Schiedam, Vlaardingen, Spijkenisse, Capelle aan den IJssel, "
        "Rijswijk, Katwijk, Sneek, Heerenveen, Drachten, Harlingen, Texel, Terschelling, Holland"
    ),
    "Europe/Brussels": (
        "Antwerpen, Antwerp, Anvers, Gent, Ghent, Gand, Brugge, Bruges, Leuven, Louvain, Luik, Liège, Mechelen, "
        "Malines, Namen, Namur, Hasselt, Kortrijk, Courtrai, Oostende, Ostend, Charleroi, Bruxelles, Aalst, "
        "Sint-Niklaas, Genk, Roeselare, Turnhout, Dendermonde, Vilvoorde, Halle, Tienen, Tongeren, Sint-Truiden, "
        "Ieper, Ypres, Waregem, Eeklo, Doornik, Tournai, Mons, La Louvière, Aarlen, Arlon, Eupen, Verviers, Waver, "
        "Wavre, Louvain-la-Neuve, Nijvel, Zaventem, Vlaanderen, Flanders, Wallonië, Wallonia"
    ),
    "Europe/Berlin": (
        "Bonn, Hamburg, München, Munich, Keulen, Köln, Cologne, Frankfurt, Frankfurt am Main, Düsseldorf, Stuttgart, "
        "Leipzig, Dresden, Bremen, Hannover, Hanover, Neurenberg, Nürnberg, Nuremberg, Dortmund, Essen, Duisburg, "
        "Bochum, Wuppertal, Bielefeld, Münster, Aken, Aachen, Karlsruhe, Mannheim, Augsburg, Wiesbaden, Mainz, "
        "Freiburg, Heidelberg, Kiel, Lübeck, Rostock, Potsdam, Erfurt, Jena, Weimar, Kassel, Osnabrück, Oldenburg, "
        "Göttingen, Würzburg, Regensburg, Ulm, Konstanz, Trier, Kleef, Kleve, Maagdenburg, Magdeburg, Saarbrücken, "
        "Duitsland, Germany"
    ),
    "Europe/London": (
        "Oxford, Cambridge, Manchester, Birmingham, Liverpool, Leeds, Sheffield, Bristol, Newcastle, Newcastle upon "
        "Tyne, Nottingham, Leicester, Southampton, Portsmouth, Brighton, York, Exeter, Plymouth, Norwich, "
        "Canterbury, Edinburgh, Glasgow, Aberdeen, Dundee, Inverness, Cardiff, Swansea, Belfast, Engeland, England, "
        "Schotland, Scotland, Wales, Groot-Brittannië, Great Britain"
    ),
    "Europe/Dublin": "Cork, Galway, Limerick",
    "Europe/Zurich": (
        "Genève, Geneva, Genf, Bern, Berne, Bazel, Basel, Lausanne, Luzern, Lucerne, Lugano, Winterthur, Sankt "
        "Gallen"
    ),
    "Europe/Vienna": "Graz, Salzburg, Innsbruck, Linz",
    "Europe/Paris": (
        "Lyon, Marseille, Straatsburg, Strasbourg, Lille, Rijsel, Toulouse, Nantes, Bordeaux, Montpellier, Rennes, "
        "Grenoble, Duinkerke, Dunkirk, Reims, Metz, Nancy, Dijon, Avignon, Cannes"
    ),
    "Europe/Rome": (
        "Milaan, Milan, Milano, Florence, Firenze, Napels, Naples, Napoli, Turijn, Turin, Torino, Venetië, Venice, "
        "Venezia, Bologna, Genua, Genoa, Palermo, Verona, Bari, Pisa, Siena, Triëst, Trieste"
    ),
    "Europe/Madrid": (
        "Barcelona, Valencia, Sevilla, Seville, Bilbao, Malaga, Zaragoza, Granada, Alicante, Palma, Mallorca, Ibiza, "
        "San Sebastian"
    ),
    "Atlantic/Canary": "Las Palmas, Tenerife, Gran Canaria, Lanzarote",
    "Europe/Lisbon": "Porto, Coimbra, Faro, Braga",
    "Europe/Copenhagen": "Aarhus, Odense, Aalborg",
    "Europe/Stockholm": "Gotenburg, Göteborg, Gothenburg, Malmö, Uppsala",
    "Europe/Oslo": "Bergen, Trondheim, Stavanger, Tromsø",
    "Europe/Helsinki": "Tampere, Turku, Espoo",
    "Europe/Warsaw": "Krakau, Kraków, Cracow, Gdansk, Wroclaw, Poznan, Lodz, Katowice, Lublin",
    "Europe/Prague": "Brno, Ostrava, Pilsen, Plzeň",
    "Europe/Budapest": "Debrecen, Szeged",
    "Europe/Bucharest": "Cluj, Cluj-Napoca, Timisoara, Iasi, Brasov",
    "Europe/Sofia": "Plovdiv, Varna",
    "Europe/Athens": "Thessaloniki, Patras, Piraeus, Heraklion, Kreta, Crete",
    "Europe/Istanbul": "Ankara, Izmir, Antalya, Bursa",
    "Europe/Kyiv": "Lviv, Lemberg, Odessa, Odesa, Charkov, Kharkiv, Dnipro",
    "Europe/Zagreb": "Dubrovnik, Rijeka",
    "Europe/Belgrade": "Novi Sad",
    "Europe/Vilnius": "Kaunas",
    "Europe/Tallinn": "Tartu",
    "Europe/Moscow": "Sint-Petersburg, Saint Petersburg, St. Petersburg",
    "Africa/Johannesburg": "Kaapstad, Cape Town, Pretoria, Durban, Stellenbosch, Bloemfontein, Port Elizabeth, Soweto",
    "Africa/Nairobi": "Mombasa, Kisumu, Nakuru, Eldoret",
    "Africa/Lagos": "Abuja, Kano, Ibadan, Port Harcourt, Kaduna",
    "Africa/Accra": "Kumasi, Tamale",
    "Africa/Cairo": "Alexandrië, Alexandria, Gizeh, Giza",
    "Africa/Casablanca": "Rabat, Marrakech, Marrakesh, Fez, Tanger, Tangier",
    "Africa/Dar_es_Salaam": "Dodoma, Arusha, Zanzibar, Moshi, Mwanza",
    "Africa/Kampala": "Entebbe, Gulu, Jinja",
    "Africa/Kigali": "Butare, Huye",
    "Africa/Bujumbura": "Gitega",
    "Africa/Lubumbashi": "Goma, Bukavu, Kisangani",
    "Africa/Addis_Ababa": "Mekelle, Hawassa",
    "Africa/Lusaka": "Livingstone, Ndola",
    "Africa/Harare": "Bulawayo",
    "Africa/Maputo": "Beira, Nampula",
    "Africa/Abidjan": "Yamoussoukro",
    "Africa/Douala": "Yaoundé",
    "Africa/Dakar": "Saint-Louis",
    "Africa/Blantyre": "Lilongwe",
    "America/New_York": (
        "NYC, New York City, Washington, Washington DC, Boston, Philadelphia, Miami, Atlanta, Baltimore, Pittsburgh, "
        "Cleveland, Orlando, Tampa, Charlotte, Raleigh, Buffalo, Newark, Brooklyn, Manhattan, Princeton, New Haven"
    ),
    "America/Chicago": (
        "Houston, Dallas, Austin, San Antonio, Minneapolis, Milwaukee, New Orleans, Nashville, Memphis, St. Louis, "
        "Kansas City, Madison, Omaha"
    ),
    "America/Denver": "Salt Lake City, Albuquerque, Santa Fe, Boulder",
    "America/Phoenix": "Tucson",
    "America/Los_Angeles": (
        "San Francisco, Seattle, San Diego, Portland, Oakland, Las Vegas, Sacramento, Berkeley, Palo Alto"
    ),
    "Pacific/Honolulu": "Hawaï, Hawaii",
    "America/Toronto": "Ottawa, Montreal, Montréal, Quebec, Québec",
    "America/Edmonton": "Calgary, Banff",
    "America/Vancouver": "Victoria",
    "America/Mexico_City": "Mexico-Stad, Guadalajara, Puebla",
    "America/Sao_Paulo": "Rio de Janeiro, Rio, Brasilia, Belo Horizonte, Porto Alegre, Curitiba, Florianopolis",
    "America/Bogota": "Medellin, Medellín, Cali, Cartagena",
    "America/Guayaquil": "Quito",
    "America/Lima": "Cusco, Arequipa",
    "America/La_Paz": "Santa Cruz de la Sierra, Cochabamba",
    "America/Santiago": "Valparaiso",
    "America/Argentina/Buenos_Aires": "Rosario",
    "America/Curacao": "Willemstad",
    "America/Aruba": "Oranjestad",
    "America/Paramaribo": "Nickerie",
    "America/Kralendijk": "Bonaire",
    "America/Lower_Princes": "Sint Maarten, Philipsburg",
    "Asia/Kolkata": (
        "Delhi, New Delhi, Mumbai, Bombay, Bangalore, Bengaluru, Chennai, Madras, Calcutta, Hyderabad, Pune, "
        "Ahmedabad, Jaipur, Kochi"
    ),
    "Asia/Karachi": "Islamabad, Lahore, Peshawar, Rawalpindi",
    "Asia/Dhaka": "Chittagong",
    "Asia/Kathmandu": "Pokhara",
    "Asia/Colombo": "Kandy",
    "Asia/Shanghai": "Peking, Beijing, Shenzhen, Guangzhou, Kanton, Chengdu, Wuhan, Nanjing, Hangzhou",
    "Asia/Tokyo": "Osaka, Kyoto, Yokohama, Nagoya, Sapporo, Hiroshima, Fukuoka",
    "Asia/Seoul": "Busan, Incheon",
    "Asia/Taipei": "Kaohsiung",
    "Asia/Ho_Chi_Minh": "Hanoi, Da Nang, Saigon",
    "Asia/Bangkok": "Chiang Mai, Phuket",
    "Asia/Jakarta": "Bandung, Yogyakarta, Surabaya, Semarang, Medan",
    "Asia/Makassar": "Bali, Denpasar, Lombok",
    "Asia/Manila": "Cebu, Davao, Quezon City",
    "Asia/Yangon": "Mandalay, Rangoon",
    "Asia/Kuala_Lumpur": "Penang",
    "Asia/Jerusalem": "Tel Aviv, Haifa",
    "Asia/Hebron": "Ramallah, Bethlehem, Nablus",
    "Asia/Dubai": "Abu Dhabi, Sharjah",
    "Asia/Riyadh": "Jeddah, Mekka, Mecca, Medina",
    "Asia/Amman": "Aqaba",
    "Asia/Baghdad": "Erbil, Basra, Mosul",
    "Asia/Tehran": "Isfahan, Shiraz",
    "Asia/Kabul": "Herat, Kandahar",
    "Asia/Damascus": "Aleppo, Homs",
    "Australia/Sydney": "Canberra, Wollongong",
    "Australia/Brisbane": "Gold Coast, Cairns",
    "Australia/Melbourne": "Geelong",
    "Pacific/Auckland": "Wellington, Christchurch, Dunedin, Hamilton",
}  # fmt: skip

TOWNS: Mapping[str, tuple[str, ...]] = {zone: tuple(names.split(", ")) for zone, names in _NAMES.items()}
