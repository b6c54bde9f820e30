/*
 * terms.h — every name of the vocabulary.  Layer: vocab.
 *
 * Made by tools/gen-vocab from grammar/vocabulary.tsv; do not edit. Include vocab/vocab.h.
 */
#ifndef HPLAN_VOCAB_GEN_TERMS_H
#define HPLAN_VOCAB_GEN_TERMS_H

typedef enum VocabGroup {
    VG_NONE = 0,
    VG_KIND = 1,
    VG_PROP = 2,
    VG_ENUM = 3,
    VG_FUNC = 4,
    VG_MISSING = 5,
    VG_QUAL = 6,
    VG_ROLE = 7,
    VG_VERSION = 8,
    VG_PERIOD = 9,
    VG_NUMBER = 10,
    VG_CONNECTIVE = 11,
    VG_BODY = 12
} VocabGroup;

typedef enum Kind {
    K_NONE = 0,
    K_FILE = 1,
    K_PLAN = 2,
    K_REPORT = 3,
    K_BASELINE = 4,
    K_PROJECT = 5,
    K_USE = 6,
    K_PART_OF = 7,
    K_CHAPTER = 8,
    K_FACTS = 9,
    K_AGAIN = 10,
    K_UNIT = 11,
    K_POSITION = 12,
    K_FRAME = 13,
    K_BREAKDOWN = 14,
    K_KEYFIGURE = 15,
    K_GOAL = 16,
    K_SUBGOAL = 17,
    K_MEASURE = 18,
    K_OPERATION = 19,
    K_INDICATOR = 20,
    K_INVESTMENT = 21,
    K_DECISION = 22,
    K_MOTION = 23,
    K_SERVICE = 24,
    K_SYSTEM = 25,
    K_PARTNER = 26,
    K_PROCESS = 27,
    K_STEP = 28,
    K_ITEM = 29,
    K_DOCUMENT = 30,
    K_TABLE = 31,
    K_SCHEDULE = 32,
    K_GROUP = 33,
    K_MEASURE_UNIT = 34,
    K_CATALOGUE = 35,
    K_LEVELS = 36,
    K_RULE = 37
} Kind;

typedef enum VocabProp {
    P_NONE = 0,
    P_TITLE = 1,
    P_NAME = 2,
    P_NUMBER = 3,
    P_DESCRIPTION = 4,
    P_NOTE = 5,
    P_SOURCE = 6,
    P_LINK = 7,
    P_SHOW = 8,
    P_REQUIRE = 9,
    P_KNOWN_FAULT = 10,
    P_DECIDED_BY = 11,
    P_MUNICIPALITY = 12,
    P_YEAR = 13,
    P_PERIOD = 14,
    P_VERSION = 15,
    P_PLAN_TYPE = 16,
    P_LANGUAGE = 17,
    P_AREA_NAME = 18,
    P_CASE_NO = 19,
    P_ANSWERS = 20,
    P_AS_OF = 21,
    P_UNANSWERED = 22,
    P_PROFILES = 23,
    P_FTE = 24,
    P_EMPLOYEES = 25,
    P_APPRENTICES = 26,
    P_LEADER = 27,
    P_LOCATION = 28,
    P_COUNT = 29,
    P_PERCENTAGE = 30,
    P_AMOUNT = 31,
    P_VALUE = 32,
    P_RESULT = 33,
    P_TARGET = 34,
    P_MEASURED_IN = 35,
    P_SCALE = 36,
    P_DIRECTION = 37,
    P_BEST = 38,
    P_CONDITION = 39,
    P_MEASURE_TIME = 40,
    P_AS_LONG_AS = 41,
    P_AGAINST = 42,
    P_FREQUENCY = 43,
    P_OF = 44,
    P_SIGN = 45,
    P_PRECISION = 46,
    P_ADDITIVE = 47,
    P_OF_WHICH = 48,
    P_FUNCTION = 49,
    P_ART = 50,
    P_INCOME = 51,
    P_EXPENDITURE = 52,
    P_NET = 53,
    P_GROSS = 54,
    P_SUM = 55,
    P_UNIT_REF = 56,
    P_RESPONSIBLE = 57,
    P_DUE = 58,
    P_START = 59,
    P_STATUS = 60,
    P_COST = 61,
    P_SAVING = 62,
    P_WITHIN_FRAME = 63,
    P_CONCERNS = 64,
    P_BELONGS_TO = 65,
    P_BUILDS_ON = 66,
    P_SDG = 67,
    P_NEW = 68,
    P_COMMENT = 69,
    P_OWNER = 70,
    P_PURPOSE = 71,
    P_TOTAL = 72,
    P_FINANCING = 73,
    P_COMPLETED = 74,
    P_WORDING = 75,
    P_FORWARDED_TO = 76,
    P_VENDOR = 77,
    P_USED_BY = 78,
    P_ROLE = 79,
    P_NAMES = 80,
    P_TIME = 81,
    P_IF_YES = 82,
    P_IF_NO = 83,
    P_NEXT = 84,
    P_IN_SYSTEM = 85,
    P_VALID = 86,
    P_REPLACES = 87,
    P_APPLIES_TO = 88,
    P_LEVEL = 89,
    P_MESSAGE = 90,
    P_MESSAGE_NN = 91,
    P_MESSAGE_EN = 92,
    P_FOLLOWS = 93,
    P_LEGAL_BASIS = 94,
    P_CODE = 95,
    P_VALID_FROM = 96,
    P_VALID_TO = 97,
    P_SUCCESSORS = 98,
    P_PREDECESSORS = 99,
    P_ACCOUNT = 100,
    P_UNUSUAL_ACCOUNT = 101,
    P_HOLDERS = 102,
    P_MEMBERS = 103,
    P_COUNTY = 104,
    P_GROUP_2020 = 105,
    P_GROUP_2013 = 106,
    P_GROUP_CODE = 107,
    P_CERTAINTY = 108,
    P_CODE_TYPE = 109,
    P_SERIES = 110,
    P_SIDE = 111,
    P_POPULATION = 112,
    P_COST_LEVEL = 113,
    P_INCOME_LEVEL = 114,
    P_MUNICIPALITY_COUNT = 115,
    P_AREA = 116,
    P_DIMENSION = 117,
    P_FACTOR = 118,
    P_NYNORSK = 119,
    P_ENGLISH = 120,
    P_ALSO = 121
} VocabProp;

typedef enum VocabEnum {
    E_NONE = 0,
    E_VERSION_DRAFT = 1,
    E_VERSION_RECOMMENDED = 2,
    E_VERSION_ADOPTED = 3,
    E_VERSION_REVISED = 4,
    E_PLAN_TYPE_FINANCIAL_PLAN = 5,
    E_PLAN_TYPE_ANNUAL_BUDGET = 6,
    E_PLAN_TYPE_ACTION_PART = 7,
    E_PLAN_TYPE_COMMUNITY_PART = 8,
    E_PLAN_TYPE_THEMATIC_PLAN = 9,
    E_PLAN_TYPE_UNIT_PLAN = 10,
    E_LANGUAGE_NB = 11,
    E_LANGUAGE_NN = 12,
    E_LANGUAGE_EN = 13,
    E_SHOW_NO = 14,
    E_SHOW_LIST = 15,
    E_SHOW_TABLE = 16,
    E_SHOW_PARAGRAPHS = 17,
    E_SHOW_CHART = 18,
    E_SHOW_BARS = 19,
    E_SIGN_POSITIVE = 20,
    E_SIGN_NEGATIVE = 21,
    E_COVERAGE_WHOLE = 22,
    E_COVERAGE_OWN_BASE = 23,
    E_DIRECTION_UP = 24,
    E_DIRECTION_DOWN = 25,
    E_DIRECTION_EQUAL = 26,
    E_DIRECTION_TOWARDS = 27,
    E_STATUS_NOT_STARTED = 28,
    E_STATUS_PLANNED = 29,
    E_STATUS_ONGOING = 30,
    E_STATUS_DONE = 31,
    E_STATUS_POSTPONED = 32,
    E_STATUS_REACHED = 33,
    E_STATUS_PARTLY = 34,
    E_STATUS_NOT_REACHED = 35,
    E_STATUS_NOT_DONE = 36,
    E_STATUS_REJECTED = 37,
    E_STATUS_DROPPED = 38,
    E_LEVEL_ERROR = 39,
    E_LEVEL_WARNING = 40,
    E_LEVEL_NOTE = 41,
    E_LEVEL_OFF = 42,
    E_BOOL_YES = 43,
    E_BOOL_NO = 44,
    E_DIMENSION_MONEY = 45,
    E_DIMENSION_PERCENT = 46,
    E_DIMENSION_POINT = 47,
    E_DIMENSION_FTE = 48,
    E_DIMENSION_COUNT = 49,
    E_DIMENSION_TIME = 50,
    E_DIMENSION_CALENDAR = 51,
    E_DIMENSION_AREA = 52,
    E_DIMENSION_LENGTH = 53,
    E_DIMENSION_VOLUME = 54,
    E_DIMENSION_ENERGY = 55,
    E_DIMENSION_POWER = 56,
    E_DIMENSION_EMISSION = 57,
    E_DIMENSION_MASS = 58,
    E_DIMENSION_SCORE = 59,
    E_DIMENSION_RATIO = 60,
    E_DIMENSION_YEAR = 61
} VocabEnum;

typedef enum VocabFunc {
    FN_NONE = 0,
    FN_COUNT = 1,
    FN_SUM = 2,
    FN_UNIQUE = 3,
    FN_AVERAGE = 4,
    FN_MAX = 5,
    FN_MIN = 6,
    FN_ABS = 7,
    FN_ROUND = 8,
    FN_YEARS = 9,
    FN_YEAR = 10,
    FN_LIST = 11,
    FN_HAS = 12,
    FN_INSIDE = 13,
    FN_MENTIONS = 14,
    FN_SHARE = 15,
    FN_CHANGE = 16
} VocabFunc;

typedef enum VocabMissing {
    MISS_NONE = 0,
    MISS_NOT_MEASURED = 1,
    MISS_NEVER_MEASURED = 2,
    MISS_NOT_AVAILABLE = 3,
    MISS_NOT_DONE = 4,
    MISS_DROPPED = 5,
    MISS_TO_DEVELOP = 6,
    MISS_ILLEGIBLE = 7
} VocabMissing;

typedef enum VocabQual {
    Q_NONE = 0,
    Q_APPROX = 1,
    Q_AT_LEAST = 2,
    Q_AT_MOST = 3,
    Q_ABOVE = 4,
    Q_BELOW = 5,
    Q_JUST_UNDER = 6,
    Q_JUST_OVER = 7
} VocabQual;

typedef enum VocabRole {
    ROLE_NONE = 0,
    ROLE_SUM = 1,
    ROLE_SUBTOTAL = 2,
    ROLE_OF_WHICH = 3,
    ROLE_DIVIDED = 4,
    ROLE_MINUS = 5,
    ROLE_OPENING = 6,
    ROLE_CLOSING = 7,
    ROLE_GROUP = 8,
    ROLE_ROW = 9
} VocabRole;

typedef enum VocabVersion {
    VER_NONE = 0,
    VER_BUDGET = 1,
    VER_ACCOUNTS = 2,
    VER_REVISED = 3,
    VER_FORECAST = 4,
    VER_ORIGINAL = 5,
    VER_PROPOSAL = 6,
    VER_PLAN = 7,
    VER_TOTAL = 8
} VocabVersion;

typedef enum VocabPeriod {
    PER_NONE = 0,
    PER_SPRING = 1,
    PER_SUMMER = 2,
    PER_AUTUMN = 3,
    PER_WINTER = 4,
    PER_HALF = 5,
    PER_TERTIAL = 6,
    PER_QUARTER = 7,
    PER_MONTH = 8,
    PER_WEEK = 9,
    PER_SCHOOL_YEAR = 10,
    PER_JANUARY = 11,
    PER_FEBRUARY = 12,
    PER_MARCH = 13,
    PER_APRIL = 14,
    PER_MAY = 15,
    PER_JUNE = 16,
    PER_JULY = 17,
    PER_AUGUST = 18,
    PER_SEPTEMBER = 19,
    PER_OCTOBER = 20,
    PER_NOVEMBER = 21,
    PER_DECEMBER = 22,
    PER_LAST = 23,
    PER_AS_OF = 24,
    PER_BY = 25,
    PER_END_OF = 26,
    PER_DURING = 27,
    PER_EARLY = 28,
    PER_FROM = 29,
    PER_UNTIL = 30,
    PER_EACH = 31,
    PER_CONTINUOUS = 32
} VocabPeriod;

/* The value of a number word is its id less one: see vocab_number. */
typedef enum VocabNumber {
    NUM_NONE = 0,
    NUM_0 = 1,
    NUM_1 = 2,
    NUM_2 = 3,
    NUM_3 = 4,
    NUM_4 = 5,
    NUM_5 = 6,
    NUM_6 = 7,
    NUM_7 = 8,
    NUM_8 = 9,
    NUM_9 = 10,
    NUM_10 = 11,
    NUM_11 = 12,
    NUM_12 = 13,
    NUM_13 = 14,
    NUM_14 = 15,
    NUM_15 = 16,
    NUM_16 = 17,
    NUM_17 = 18,
    NUM_18 = 19,
    NUM_19 = 20,
    NUM_20 = 21,
    NUM_30 = 31,
    NUM_40 = 41,
    NUM_50 = 51,
    NUM_60 = 61,
    NUM_70 = 71,
    NUM_80 = 81,
    NUM_90 = 91,
    NUM_100 = 101
} VocabNumber;

typedef enum VocabConnective {
    CON_NONE = 0,
    CON_IN = 1,
    CON_WHERE = 2,
    CON_AND = 3,
    CON_OR = 4,
    CON_NOT = 5,
    CON_NEW = 6
} VocabConnective;

typedef enum VocabBody {
    BODY_NONE = 0,
    BODY_COUNCIL = 1,
    BODY_EXECUTIVE = 2,
    BODY_COMMITTEE = 3,
    BODY_ADMINISTRATION = 4,
    BODY_DELEGATED = 5
} VocabBody;

/* The sets of enum words: the place in which an enum's word may stand. */
typedef enum EnumSet {
    SET_NONE = 0,
    SET_VERSION = 1,
    SET_PLAN_TYPE = 2,
    SET_LANGUAGE = 3,
    SET_SHOW = 4,
    SET_SIGN = 5,
    SET_COVERAGE = 6,
    SET_DIRECTION = 7,
    SET_STATUS = 8,
    SET_LEVEL = 9,
    SET_BOOL = 10,
    SET_DIMENSION = 11
} EnumSet;

/* Catalogues of codes that a property may name; see vocab_catalogue_name. */
typedef enum CatalogueId {
    CAT_NONE = 0,
    CAT_KOMMUNE = 1,
    CAT_KOSTRA_FUNKSJON = 2,
    CAT_KOSTRA_ART = 3
} CatalogueId;

typedef enum ValueType {
    VT_NONE = 0,
    VT_TEXT = 1,
    VT_NAME = 2,
    VT_REF = 3,
    VT_MONEY = 4,
    VT_FTE = 5,
    VT_COUNT = 6,
    VT_PERCENT = 7,
    VT_QUANTITY = 8,
    VT_NUMBER = 9,
    VT_DATE = 10,
    VT_PERIOD = 11,
    VT_YEAR = 12,
    VT_YEARS = 13,
    VT_ENUM = 14,
    VT_BOOL = 15,
    VT_UNIT = 16,
    VT_EXPR = 17,
    VT_PATH = 18,
    VT_CODE = 19,
    VT_URL = 20,
    VT_KNOWN = 21,
    VT_KIND = 22,
    VT_CONDITION = 23
} ValueType;

/* How many values a property takes, for each index. */
typedef enum Cardinality {
    CARD_NONE = 0,
    CARD_ONE = '?',
    CARD_MANY = '*'
} Cardinality;

typedef enum TermFlag {
    TF_INDEXED = 1 << 0,     /* may carry an index: a period, a version */
    TF_DEFAULT = 1 << 1,     /* its key may be left out inside its kinds */
    TF_COMPARATOR = 1 << 2,  /* a comparator may stand before the value */
    TF_WORDS = 1 << 3,       /* other words than those of its enum are allowed */
    TF_SILENT = 1 << 4,      /* not printed */
    TF_TRANSPARENT = 1 << 5, /* names in it belong to the scope around it */
    TF_TABLE = 1 << 6,       /* takes a table that declares one thing a row */
    TF_FIGURES = 1 << 7,     /* its table holds figures, with roles of rows */
    TF_MONEY = 1 << 8,       /* its figures are kr unless said otherwise */
    TF_BARE = 1 << 9,        /* the bare word gives the role, without a colon */
    TF_ALONE = 1 << 10       /* but only where it is the whole label */
} TermFlag;

enum {
    VOCAB_KIND_COUNT = 38, /* with K_NONE and K_FILE */
    VOCAB_PROP_COUNT = 122, /* with P_NONE */
    VOCAB_TERM_COUNT = 463, /* with the empty term 0 */
    VOCAB_SPELLING_COUNT = 1345,
    VOCAB_GROUP_COUNT = 13,
    VOCAB_CATALOGUE_COUNT = 4,
    VOCAB_SLOT_COUNT = 4096, /* a power of two */
    VOCAB_LONGEST = 29, /* bytes of the longest spelling */
    VOCAB_LANGUAGES = 3
};

#endif
