package io.synthaudit.core.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the words of a column's name suggest. */
final class ColumnName {

    private static final Set<String> QUASI = Set.of(
            "age",
            "sex",
            "gender",
            "zip",
            "zipcode",
            "postcode",
            "postal",
            "plz",
            "race",
            "ethnicity",
            "ethnic",
            "dob",
            "born",
            "city",
            "town",
            "county",
            "country",
            "state",
            "region",
            "province",
            "nationality",
            "citizenship",
            "marital",
            "married",
            "hispanic",
            "puma",
            "occupation",
            "profession");
    private static final Set<String> SENSITIVE = Set.of(
            "diagnosis",
            "diagnoses",
            "diag",
            "disease",
            "icd",
            "icd9",
            "icd10",
            "hiv",
            "cancer",
            "income",
            "salary",
            "wage",
            "religion",
            "drug",
            "drugs",
            "medication",
            "pregnant",
            "disability",
            "therapy");
    private static final Set<String> DIRECT = Set.of(
            "surname",
            "firstname",
            "lastname",
            "fullname",
            "forename",
            "email",
            "mail",
            "phone",
            "telephone",
            "mobile",
            "address",
            "street",
            "passport",
            "iban",
            "ip");
    private static final Set<String> PERSON = Set.of(
            "patient",
            "person",
            "subject",
            "participant",
            "respondent",
            "member",
            "customer",
            "client",
            "user",
            "student",
            "employee",
            "individual",
            "citizen",
            "household");
    private static final Set<String> PERSON_NUMBER = Set.of("ssn", "mrn", "nhs", "patid", "personid", "subjid", "pid");
    private static final Set<String> KEY = Set.of(
            "id",
            "ids",
            "nr",
            "no",
            "nbr",
            "num",
            "number",
            "key",
            "code",
            "identifier",
            "uid",
            "uuid",
            "guid",
            "hash",
            "pseudonym");

    private final List<String> words;

    ColumnName(String name) {
        String spaced = name.replaceAll("([\\p{Ll}0-9])(\\p{Lu})", "$1 $2");
        words = List.of(spaced.toLowerCase(Locale.ROOT).split("[^\\p{L}0-9]+"));
    }

    boolean isQuasiIdentifier() {
        return any(QUASI) || words.stream().anyMatch(word -> word.startsWith("birth"));
    }

    boolean isSensitive() {
        return any(SENSITIVE);
    }

    boolean isDirectIdentifier() {
        return any(DIRECT) || words.contains("name");
    }

    /** A number of a person: {@code mrn}, or a word for a person alone or with a word for a key. */
    boolean isPerson() {
        return any(PERSON_NUMBER)
                || (any(PERSON)
                        && words.stream()
                                .filter(word -> !word.isEmpty())
                                .allMatch(word -> PERSON.contains(word) || KEY.contains(word)));
    }

    /** Ends in a word for a key: {@code case_id}, {@code visitNo}. */
    boolean isKey() {
        return !words.isEmpty() && KEY.contains(words.get(words.size() - 1));
    }

    private boolean any(Set<String> vocabulary) {
        return words.stream().anyMatch(vocabulary::contains);
    }
}
