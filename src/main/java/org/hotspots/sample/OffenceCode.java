package org.hotspots.sample;

/** The offences of the sample, with their Home Office classification and, where it is one sub-code, that. */
enum OffenceCode {
    WOUNDING_WITH_INTENT("5D", "01", "Assault with intent to cause serious harm"),
    ASSAULT_WITH_INJURY("8N", "06", "Assault with injury"),
    AGGRAVATED_ASSAULT_WITH_INJURY("8P", "", "Racially or religiously aggravated assault with injury"),
    ASSAULT_WITHOUT_INJURY("105A", "01", "Assault without injury"),
    AGGRAVATED_ASSAULT_WITHOUT_INJURY("105B", "", "Racially or religiously aggravated assault without injury"),
    THREATS_TO_KILL("3B", "", "Threats to kill"),
    HARASSMENT("8L", "", "Harassment"),
    AGGRAVATED_HARASSMENT("8M", "", "Racially or religiously aggravated harassment"),
    STALKING("8Q", "", "Stalking"),
    MALICIOUS_COMMUNICATIONS("8R", "", "Malicious communications"),
    PUBLIC_FEAR("9A", "12", "Public fear, alarm or distress"),
    AGGRAVATED_PUBLIC_FEAR("9B", "", "Racially or religiously aggravated public fear, alarm or distress"),
    OFFENSIVE_WEAPON("10C", "11", "Possession of other weapons"),
    BLADE_OR_POINT("10D", "26", "Possession of article with blade or point"),
    ROBBERY_OF_BUSINESS("34A", "", "Robbery of business property"),
    ROBBERY_OF_PERSON("34B", "", "Robbery of personal property"),
    BURGLARY_RESIDENTIAL("28E", "", "Burglary - residential"),
    BURGLARY_BUSINESS("30C", "", "Burglary - business and community"),
    THEFT_FROM_PERSON("39", "", "Theft from the person"),
    CYCLE_THEFT("44", "", "Theft or unauthorised taking of a pedal cycle"),
    THEFT_FROM_VEHICLE("45", "", "Theft from vehicle"),
    SHOPLIFTING("46", "", "Shoplifting"),
    THEFT_OF_VEHICLE("48", "", "Theft or unauthorised taking of motor vehicle"),
    OTHER_THEFT("49", "", "Other theft"),
    VEHICLE_INTERFERENCE("126", "", "Interfering with a motor vehicle"),
    ARSON("56B", "", "Arson not endangering life"),
    DAMAGE_TO_DWELLING("58A", "", "Criminal damage to a dwelling"),
    DAMAGE_TO_BUILDING("58B", "", "Criminal damage to a building other than a dwelling"),
    DAMAGE_TO_VEHICLE("58C", "", "Criminal damage to a vehicle"),
    OTHER_DAMAGE("58D", "", "Other criminal damage"),
    AGGRAVATED_DAMAGE("58J", "", "Racially or religiously aggravated criminal damage"),
    POSSESSION_OF_DRUGS("92D", "", "Possession of controlled drugs (excluding cannabis)"),
    POSSESSION_OF_CANNABIS("92E", "", "Possession of controlled drugs (cannabis)"),
    /** Recorded, but no crime. */
    NON_CRIME_HATE("", "", "Non-crime hate incident");

    private final String hoClass;
    private final String hoSubclass;
    private final String words;

    OffenceCode(String hoClass, String hoSubclass, String words) {
        this.hoClass = hoClass;
        this.hoSubclass = hoSubclass;
        this.words = words;
    }

    String hoClass() {
        return hoClass;
    }

    /** Blank where the class has several and the sample does not say which. */
    String hoSubclass() {
        return hoSubclass;
    }

    String words() {
        return words;
    }
}
