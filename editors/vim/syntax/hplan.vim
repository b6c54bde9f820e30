" Vim syntax file for hplan, the language of municipal plans.
" Made by tools/gen-editors from grammar/vocabulary.tsv and hplan.vim.in; change those.
scriptencoding utf-8

if exists('b:current_syntax')
  finish
endif
let s:cpo = &cpo
set cpo&vim

" Words of the language in its three languages. A blank in one may be several.
function! s:any(words) abort
  return '%(' .. join(map(a:words, {_, w -> substitute(escape(w, '.%'), ' ', '\\s+', 'g')}), '|') .. ')'
endfunction

let s:kinds = s:any([
      \ "kritisk suksessfaktor", "kunnskapsgrunnlag", "satsningsområde", "financial-plan",
      \ "kommunalområde", "municipal-area", "satsingsområde", "success-factor", "tjenesteområde",
      \ "verbalframlegg", "policy-signal", "retningslinje", "suksessfaktor", "tenesteområde",
      \ "verbalforslag", "driftstiltak", "measure-unit", "municipality", "prioritering", "service-area",
      \ "vedtakspunkt", "verbalvedtak", "directorate", "investering", "requirement", "økonomiplan",
      \ "department", "focus-area", "investment", "målsetjing", "målsetning", "målsetting",
      \ "nøkkeltall", "regulation", "utfordring", "virksomhet", "agreement", "breakdown", "catalogue",
      \ "challenge", "fordeling", "forskrift", "guideline", "indicator", "indikator", "keyfigure",
      \ "main-goal", "måleenhet", "måleining", "nøkkeltal", "objective", "operation", "principle",
      \ "reglement", "samarbeid", "avdeling", "baseline", "budsjett", "decision", "document",
      \ "dokument", "grunnlag", "hovedmål", "hovudmål", "kapittel", "position", "prinsipp", "priority",
      \ "proposal", "prosjekt", "schedule", "stilling", "strategi", "strategy", "tjeneste", "verksemd",
      \ "chapter", "katalog", "kommune", "measure", "oppgave", "oppgåve", "part of", "partner",
      \ "process", "project", "prosess", "rapport", "routine", "section", "seksjon", "service",
      \ "subgoal", "teneste", "agency", "avtale", "begrep", "budget", "del av", "delmål", "eining",
      \ "føring", "gruppe", "kontor", "levels", "motion", "nivåer", "office", "omgrep", "report",
      \ "risiko", "rutine", "sector", "sektor", "skjema", "system", "tabell", "tiltak", "about",
      \ "behov", "bylaw", "enhet", "facts", "fakta", "frame", "group", "level", "punkt", "ramme",
      \ "regel", "staff", "table", "trend", "bruk", "etat", "goal", "item", "krav", "need", "nivå",
      \ "plan", "risk", "rule", "stab", "steg", "step", "task", "team", "term", "unit", "law", "lov",
      \ "mål", "use", "om",
      \ ])
let s:choice = s:any([
      \ "stillingsprosent", "within the frame", "innenfor rammen", "innanfor ramma", "innanfor ramme",
      \ "innenfor ramme", "ambisjonsnivå", "finansiering", "innsparingar", "innsparinger",
      \ "totalkostnad", "within frame", "apprentices", "besparelser", "expenditure", "nøyaktighet",
      \ "besparelse", "innsparing", "percentage", "til sammen", "totalramme", "completed", "dimension",
      \ "dimensjon", "direction", "employees", "financing", "inntekter", "kostnader", "lærlingar",
      \ "lærlinger", "plan type", "precision", "presisjon", "tidsfrist", "til saman", "additive",
      \ "deadline", "forteikn", "language", "of which", "oppstart", "plantype", "resultat", "tilsette",
      \ "totalsum", "utgifter", "additiv", "ansatte", "fortegn", "inntekt", "kostnad", "måltall",
      \ "periode", "prosent", "retning", "revenue", "savings", "sparing", "version", "versjon",
      \ "årsverk", "amount", "antall", "brutto", "factor", "faktor", "ferdig", "gyldig", "income",
      \ "måltal", "period", "result", "saving", "status", "target", "totalt", "utgift", "antal",
      \ "as of", "beløp", "costs", "count", "frist", "gross", "herav", "i alt", "level", "netto",
      \ "scale", "skala", "språk", "start", "total", "valid", "value", "verdi", "cost", "from", "nivå",
      \ "nytt", "show", "sign", "type", "year", "due", "fra", "frå", "fte", "mål", "net", "new", "per",
      \ "pr.", "sum", "tal", "til", "vis", "ny", "pr", "to", "år",
      \ ])
let s:names = s:any([
      \ "ansvarleg eining", "ansvarlig enhet", "ikkje svart på", "kommunalområde", "municipal area",
      \ "municipal-area", "tjenesteområde", "blir brukt av", "tenesteområde", "service area",
      \ "service-area", "directorate", "responsible", "ansvarlege", "ansvarlige", "applies to",
      \ "as long as", "belongs to", "byggjer på", "department", "høyrer til", "unanswered",
      \ "vidare til", "videre til", "virksomhet", "ansvarleg", "ansvarlig", "brukes av", "builds on",
      \ "bygger på", "erstattar", "erstatter", "hører til", "in system", "svarar på", "svarer på",
      \ "avdeling", "concerns", "hvis nei", "replaces", "så lenge", "ubesvart", "verksemd", "viss nei",
      \ "answers", "gjelder", "hvis ja", "require", "section", "seksjon", "used by", "viss ja",
      \ "agency", "ansvar", "eining", "if yes", "kontor", "office", "sector", "sektor", "system",
      \ "eigar", "enhet", "gjeld", "if no", "neste", "owner", "staff", "eier", "etat", "krev", "next",
      \ "stab", "team", "unit", "for", "nei", "yes", "av", "ja", "of",
      \ ])
let s:codes = s:any([
      \ "KOSTRA function", "KOSTRA-funksjon", "municipality", "KOSTRA art", "KOSTRA-art", "function",
      \ "funksjon", "kommune", "art",
      \ ])
let s:text = s:any([
      \ "blir send vidare til", "melding på engelsk", "melding på nynorsk", "message in english",
      \ "message in nynorsk", "melding engelsk", "melding nynorsk", "message english",
      \ "message nynorsk", "unusual account", "etterfølgjarar", "measuring time", "municipalities",
      \ "oversendes til", "project number", "prosjektnummer", "berekraftsmål", "blir oversend",
      \ "blir send til", "bærekraftsmål", "uvanleg konto", "uvanlig konto", "according to",
      \ "etterfølgere", "etterfølgjar", "forgjengarar", "forwarded to", "innbyggjarar", "measure unit",
      \ "målefrekvens", "predecessors", "project name", "prosjekt nr.", "prosjektnamn", "prosjektnavn",
      \ "beskrivelse", "blir målt i", "case number", "description", "etterfølger", "forgjengere",
      \ "gruppe 2013", "gruppe 2020", "known fault", "kommentarar", "kommentarer", "legal basis",
      \ "measured in", "predecessor", "project no.", "prosjektnr.", "vedteken av", "adopted by",
      \ "decided by", "deltakarar", "forgjengar", "forgjenger", "group 2013", "group 2020",
      \ "innbyggere", "kjend feil", "kjent feil", "leverandør", "oversendes", "population",
      \ "prosjektnr", "saksnummer", "successors", "vedtatt av", "vedteke av", "certainty", "condition",
      \ "deltagere", "deltakere", "frequency", "hvor ofte", "kommentar", "medlemmer", "merknader",
      \ "måleenhet", "måleining", "sikkerhet", "skildring", "successor", "tryggleik", "comments",
      \ "frekvens", "kommunar", "kommuner", "kor ofte", "location", "medlemer", "profilar", "profiler",
      \ "profiles", "prosjekt", "supplier", "account", "against", "comment", "engelsk", "english",
      \ "follows", "følgjer", "føremål", "hjemmel", "melding", "members", "merknad", "message",
      \ "måles i", "måletid", "nynorsk", "profile", "project", "purpose", "wording", "county", "formål",
      \ "følger", "gruppe", "heimel", "kjelde", "leader", "lenkje", "number", "nummer", "område",
      \ "omtale", "ordlyd", "profil", "series", "source", "tittel", "vendor", "vilkår", "etter",
      \ "fylke", "group", "kilde", "konto", "leder", "leiar", "lenke", "names", "notes", "rolle",
      \ "serie", "title", "also", "area", "best", "case", "code", "kode", "link", "name", "namn",
      \ "navn", "note", "også", "role", "side", "stad", "sted", "time", "mot", "no.", "nr.", "sak",
      \ "sdg", "tid", "no", "nr", "òg",
      \ ])
let s:indexes = s:any([
      \ "gjennom heile planperioden", "gjennom hele planperioden", "gjennom heile perioden",
      \ "gjennom hele perioden", "throughout the period", "i heile planperioden",
      \ "opprinnelig budsjett", "i hele planperioden", "heile planperioden", "opphavleg budsjett",
      \ "hele planperioden", "innan utgangen av", "innen utgangen av", "regulert budsjett",
      \ "revidert budsjett", "budsjettframlegg", "i heile perioden", "justert budsjett",
      \ "the whole period", "adjusted budget", "budget proposal", "budsjettforslag", "i hele perioden",
      \ "original budget", "proposed budget", "ved utgangen av", "financial plan", "heile perioden",
      \ "oppr. budsjett", "revised budget", "by the end of", "hele perioden", "oppr budsjett",
      \ "rev. budsjett", "kontinuerleg", "kontinuerlig", "rev budsjett", "fortløpande", "fortløpende",
      \ "opprinnelig", "school year", "utgangen av", "økonomiplan", "continuous", "every year",
      \ "fra og med", "frå og med", "i løpet av", "slutten av", "the end of", "til og med", "September",
      \ "half-year", "opphavleg", "rekneskap", "september", "skoleåret", "skuleåret", "December",
      \ "February", "November", "accounts", "annually", "budsjett", "desember", "early in", "forecast",
      \ "framlegg", "hvert år", "kvart år", "november", "original", "prognose", "proposal", "proposed",
      \ "regnskap", "revidert", "sommaren", "sommeren", "starting", "tidleg i", "tidlig i", "vinteren",
      \ "January", "October", "februar", "forslag", "hausten", "kvartal", "løpande", "løpende",
      \ "månaden", "månader", "måneden", "måneder", "oktober", "ongoing", "overall", "quarter",
      \ "revised", "skoleår", "skuleår", "tertial", "through", "øk.plan", "August", "august", "autumn",
      \ "budget", "during", "end of", "f.o.m.", "halvår", "høsten", "januar", "months", "samlet",
      \ "sommar", "sommer", "spring", "summer", "t.o.m.", "tidleg", "tidlig", "totalt", "vinter",
      \ "winter", "yearly", "April", "March", "april", "as of", "early", "febr.", "haust", "innan",
      \ "innen", "month", "månad", "måned", "oppr.", "samla", "sept.", "siste", "total", "until",
      \ "våren", "årleg", "årlig", "July", "June", "apr.", "aug.", "dec.", "des.", "fall", "feb.",
      \ "febr", "from", "half", "høst", "jan.", "jul.", "juli", "jun.", "juni", "last", "mar.", "mars",
      \ "mnd.", "nov.", "oct.", "okt.", "oppr", "rev.", "sep.", "sept", "veke", "week", "May", "apr",
      \ "aug", "dec", "des", "feb", "fra", "frå", "jan", "jul", "jun", "kv.", "mai", "mar", "md.",
      \ "mnd", "mo.", "nov", "oct", "okt", "per", "pr.", "rev", "sep", "til", "uke", "vår", "by", "h1",
      \ "h2", "k1", "k2", "k3", "k4", "kv", "md", "mo", "pr", "q1", "q2", "q3", "q4", "t1", "t2", "t3",
      \ ])
let s:choices = s:any([
      \ "økonomi- og handlingsprogram", "gjennom heile planperioden", "action and financial plan",
      \ "gjennom hele planperioden", "handlings- og økonomiplan", "økonomi- og handlingsplan",
      \ "gjennom heile perioden", "ikkje gjennomført enno", "ikkje gjennomført ennå",
      \ "gjennom hele perioden", "ikke gjennomført enda", "ikke gjennomført ennå",
      \ "throughout the period", "blir avklart seinare", "i heile planperioden", "opprinnelig budsjett",
      \ "i hele planperioden", "not carried out yet", "not yet carried out", "delvis gjennomført",
      \ "heile planperioden", "ikkje tilgjengeleg", "opphavleg budsjett", "partly carried out",
      \ "hele planperioden", "ikke tilgjengelig", "ikkje gjennomført", "innan utgangen av",
      \ "innen utgangen av", "percentage points", "regulert budsjett", "revidert budsjett",
      \ "budsjettframlegg", "i heile perioden", "ikke gjennomført", "justert budsjett",
      \ "the whole period", "adjusted budget", "avklares senere", "blir ikkje målt", "budget proposal",
      \ "budsjettforslag", "foreligger ikke", "i hele perioden", "is not measured", "ligg ikkje føre",
      \ "not carried out", "original budget", "partly achieved", "proposed budget", "to be developed",
      \ "ved utgangen av", "vert ikkje målt", "virksomhetsplan", "community part", "delvis oppnådd",
      \ "financial plan", "heile perioden", "ikkje rekna ut", "not accessible", "not calculated",
      \ "oppr. budsjett", "partly reached", "revised budget", "annual budget", "business plan",
      \ "by the end of", "calendar time", "delvis utført", "eget grunnlag", "eige grunnlag",
      \ "handlingsplan", "hele perioden", "ikke beregnet", "ikke påbegynt", "ikke utregnet",
      \ "ikkje avklara", "ikkje avklart", "ikkje berekna", "ikkje oppnådd", "ikkje påbyrja",
      \ "ikkje utrekna", "ikkje vedteke", "not available", "oppr budsjett", "rev. budsjett",
      \ "thematic plan", "to be settled", "verksemdsplan", "blir avklart", "går føre seg",
      \ "handlingsdel", "ikke avklart", "ikke beregna", "ikke oppnådd", "ikke startet", "ikke vedtatt",
      \ "ikkje starta", "ikkje utført", "kontinuerleg", "kontinuerlig", "må utviklast", "not achieved",
      \ "not measured", "prosentpoeng", "rev budsjett", "under arbeid", "action part", "action plan",
      \ "carried out", "delvis nådd", "fortløpande", "fortløpende", "gjennomført", "ikke utført",
      \ "ikkje kjent", "in progress", "innstilling", "kalendertid", "må utvikles", "not reached",
      \ "not settled", "not started", "opprinnelig", "partly done", "recommended", "samfunnsdel",
      \ "school year", "utgangen av", "årsbudsjett", "økonomiplan", "continuous", "every year",
      \ "fra og med", "frå og med", "i løpet av", "ikke kjent", "ikkje målt", "ikkje nådd",
      \ "måles ikke", "paragraphs", "slutten av", "the end of", "til og med", "September", "avsluttet",
      \ "completed", "finalised", "half-year", "ikke målt", "ikke nådd", "illegible", "not known",
      \ "opphavleg", "postponed", "rekneskap", "september", "skoleåret", "skuleåret", "tilråding",
      \ "unchanged", "under way", "December", "February", "November", "accounts", "achieved",
      \ "advarsel", "annually", "avklares", "avslutta", "budsjett", "decrease", "desember", "early in",
      \ "emission", "finished", "forecast", "framlegg", "fullført", "hvert år", "increase", "kvart år",
      \ "negative", "negativt", "not done", "november", "original", "own base", "planlagd", "planlagt",
      \ "positive", "positivt", "prognose", "proposal", "proposed", "påbegynt", "redusere", "regnskap",
      \ "rejected", "revidert", "sommaren", "sommeren", "starting", "temaplan", "tidleg i", "tidlig i",
      \ "uleseleg", "uleselig", "underway", "vedteken", "vinteren", "åtvaring", "English", "January",
      \ "October", "adopted", "avsnitt", "diagram", "dropped", "engelsk", "februar", "forhold",
      \ "forslag", "hausten", "kvartal", "løpande", "løpende", "merknad", "månaden", "månader",
      \ "måneden", "måneder", "negativ", "nynorsk", "nærmare", "nærmere", "oktober", "ongoing",
      \ "oppnådd", "overall", "percent", "planned", "positiv", "prosent", "påbyrja", "quarter",
      \ "reached", "revised", "skoleår", "skuleår", "stabilt", "started", "startet", "tertial",
      \ "through", "towards", "uendret", "unknown", "utslepp", "utslipp", "vedtatt", "vedteke",
      \ "warning", "årsverk", "øk.plan", "August", "antall", "august", "autumn", "avvist", "bokmål",
      \ "budget", "closer", "delvis", "during", "effekt", "end of", "energi", "energy", "f.o.m.",
      \ "ferdig", "fleire", "går ut", "halvår", "higher", "høgare", "høsten", "høyere", "i gang",
      \ "januar", "lavere", "lengde", "length", "lågare", "mindre", "months", "partly", "pengar",
      \ "penger", "reduce", "samlet", "sommar", "sommer", "spring", "stabil", "stable", "starta",
      \ "summer", "søyler", "t.o.m.", "tabell", "tidleg", "tidlig", "totalt", "toward", "uendra",
      \ "ukjend", "ukjent", "utført", "utgått", "utkast", "utsatt", "utsett", "vinter", "volume",
      \ "winter", "yearly", "April", "March", "antal", "april", "areal", "as of", "begun", "chart",
      \ "count", "draft", "early", "equal", "error", "febr.", "fewer", "flere", "færre", "haust",
      \ "heile", "innan", "innen", "lengd", "liste", "lower", "masse", "money", "month", "månad",
      \ "måned", "oppr.", "poeng", "power", "pågår", "ratio", "samla", "score", "sept.", "siste",
      \ "table", "total", "until", "utgår", "volum", "våren", "whole", "årleg", "årlig", "July", "June",
      \ "apr.", "area", "aug.", "auke", "bars", "dec.", "des.", "done", "down", "fall", "feb.", "febr",
      \ "feil", "from", "half", "hele", "høst", "jan.", "jul.", "juli", "jun.", "juni", "last", "less",
      \ "likt", "list", "mar.", "mars", "mass", "meir", "mnd.", "more", "note", "nov.", "nådd", "oct.",
      \ "okt.", "oppr", "rev.", "sep.", "sept", "time", "veke", "week", "year", "May", "all", "apr",
      \ "aug", "dec", "des", "feb", "fra", "frå", "fte", "jan", "jul", "jun", "kv.", "lik", "mai",
      \ "mar", "md.", "mer", "mnd", "mo.", "mot", "ned", "nei", "nov", "oct", "off", "okt", "opp",
      \ "per", "pr.", "rev", "sep", "tal", "tid", "til", "uke", "vår", "yes", "øke", "av", "by", "en",
      \ "h1", "h2", "ja", "k1", "k2", "k3", "k4", "kv", "md", "mo", "nb", "nn", "no", "pr", "q1", "q2",
      \ "q3", "q4", "t1", "t2", "t3", "up", "år",
      \ ])
let s:cells = s:any([
      \ "økonomi- og handlingsprogram", "action and financial plan", "handlings- og økonomiplan",
      \ "økonomi- og handlingsplan", "ikkje gjennomført enno", "ikkje gjennomført ennå",
      \ "ikke gjennomført enda", "ikke gjennomført ennå", "blir avklart seinare", "not carried out yet",
      \ "not yet carried out", "delvis gjennomført", "ikkje tilgjengeleg", "partly carried out",
      \ "ikke tilgjengelig", "ikkje gjennomført", "percentage points", "ikke gjennomført",
      \ "avklares senere", "blir ikkje målt", "foreligger ikke", "is not measured", "ligg ikkje føre",
      \ "not carried out", "partly achieved", "to be developed", "vert ikkje målt", "virksomhetsplan",
      \ "community part", "delvis oppnådd", "financial plan", "ikkje rekna ut", "not accessible",
      \ "not calculated", "partly reached", "annual budget", "business plan", "calendar time",
      \ "delvis utført", "eget grunnlag", "eige grunnlag", "handlingsplan", "ikke beregnet",
      \ "ikke påbegynt", "ikke utregnet", "ikkje avklara", "ikkje avklart", "ikkje berekna",
      \ "ikkje oppnådd", "ikkje påbyrja", "ikkje utrekna", "ikkje vedteke", "not available",
      \ "thematic plan", "to be settled", "verksemdsplan", "blir avklart", "går føre seg",
      \ "handlingsdel", "ikke avklart", "ikke beregna", "ikke oppnådd", "ikke startet", "ikke vedtatt",
      \ "ikkje starta", "ikkje utført", "må utviklast", "not achieved", "not measured", "prosentpoeng",
      \ "under arbeid", "action part", "action plan", "carried out", "delvis nådd", "gjennomført",
      \ "ikke utført", "ikkje kjent", "in progress", "innstilling", "kalendertid", "må utvikles",
      \ "not reached", "not settled", "not started", "partly done", "recommended", "samfunnsdel",
      \ "årsbudsjett", "økonomiplan", "ikke kjent", "ikkje målt", "ikkje nådd", "måles ikke",
      \ "paragraphs", "avsluttet", "completed", "finalised", "ikke målt", "ikke nådd", "illegible",
      \ "not known", "postponed", "tilråding", "unchanged", "under way", "achieved", "advarsel",
      \ "avklares", "avslutta", "decrease", "emission", "finished", "framlegg", "fullført", "increase",
      \ "negative", "negativt", "not done", "own base", "planlagd", "planlagt", "positive", "positivt",
      \ "proposal", "påbegynt", "redusere", "rejected", "revidert", "temaplan", "uleseleg", "uleselig",
      \ "underway", "vedteken", "åtvaring", "English", "adopted", "avsnitt", "diagram", "dropped",
      \ "engelsk", "forhold", "forslag", "merknad", "negativ", "nynorsk", "nærmare", "nærmere",
      \ "ongoing", "oppnådd", "percent", "planned", "positiv", "prosent", "påbyrja", "reached",
      \ "revised", "stabilt", "started", "startet", "towards", "uendret", "unknown", "utslepp",
      \ "utslipp", "vedtatt", "vedteke", "warning", "årsverk", "antall", "avvist", "bokmål", "closer",
      \ "delvis", "effekt", "energi", "energy", "ferdig", "fleire", "går ut", "higher", "høgare",
      \ "høyere", "i gang", "lavere", "lengde", "length", "lågare", "mindre", "partly", "pengar",
      \ "penger", "reduce", "stabil", "stable", "starta", "søyler", "tabell", "toward", "uendra",
      \ "ukjend", "ukjent", "utført", "utgått", "utkast", "utsatt", "utsett", "volume", "antal",
      \ "areal", "begun", "chart", "count", "draft", "equal", "error", "fewer", "flere", "færre",
      \ "heile", "lengd", "liste", "lower", "masse", "money", "poeng", "power", "pågår", "ratio",
      \ "score", "table", "utgår", "volum", "whole", "area", "auke", "bars", "done", "down", "feil",
      \ "hele", "less", "likt", "list", "mass", "meir", "more", "note", "nådd", "time", "year", "all",
      \ "fte", "lik", "mer", "mot", "ned", "nei", "off", "opp", "tal", "tid", "yes", "øke", "av", "en",
      \ "ja", "nb", "nn", "no", "up", "år",
      \ ])
let s:functions = s:any([
      \ "gjennomsnitt", "mentions", "average", "endring", "høgaste", "høyeste", "laveste", "lågaste",
      \ "største", "årstall", "antall", "avrund", "change", "høgast", "høyest", "inside", "lavest",
      \ "lågast", "nemner", "nevner", "størst", "unique", "årstal", "andel", "antal", "count", "liste",
      \ "round", "share", "snitt", "talet", "unike", "years", "inni", "list", "rund", "unik", "year",
      \ "abs", "del", "har", "has", "max", "min", "sum", "tal", "år",
      \ ])
let s:qualifiers = s:any([
      \ "i underkant av", "approximately", "i overkant av", "fewer than", "fleire enn", "just under",
      \ "like under", "mindre enn", "flere enn", "færre enn", "godt over", "just over", "less than",
      \ "maksimalt", "more than", "well over", "at least", "close to", "maksimum", "meir enn",
      \ "approx.", "at most", "maximum", "mer enn", "minimum", "omtrent", "almost", "approx", "around",
      \ "inntil", "nearly", "nesten", "om lag", "opptil", "snautt", "about", "above", "below", "cirka",
      \ "drygt", "drøyt", "høgst", "høyst", "knapt", "kring", "maks.", "minst", "omlag", "rundt",
      \ "snaut", "under", "up to", "maks", "over", "ca.", "nær", "vel", "ca",
      \ ])
let s:connectives = s:any([
      \ "eller", "ikkje", "where", "ikke", "nytt", "and", "der", "new", "not", "nye", "in", "ny", "og",
      \ "or", "i",
      \ ])
let s:numbers = s:any([
      \ "eitt hundre", "one hundred", "ett hundre", "a hundred", "seventeen", "eighteen", "fourteen",
      \ "nineteen", "thirteen", "fifteen", "fjorten", "hundred", "seksten", "seventy", "sixteen",
      \ "tretten", "eighty", "eleven", "elleve", "femten", "hundre", "ninety", "nitten", "seksti",
      \ "sytten", "thirty", "tredve", "tretti", "twelve", "twenty", "atten", "eight", "femti", "fifty",
      \ "forty", "førti", "nitti", "seven", "sixty", "sytti", "three", "eitt", "fire", "five", "four",
      \ "nine", "null", "seks", "tjue", "tolv", "tyve", "zero", "åtte", "åtti", "ein", "eit", "ett",
      \ "fem", "one", "six", "sju", "syv", "ten", "tre", "two", "éin", "ei", "en", "et", "ni", "ti",
      \ "to", "én",
      \ ])
let s:units = s:any([
      \ "tusen tonn CO2-ekvivalenter", "population equivalents", "tonnes CO2 equivalents",
      \ "full-time equivalents", "population equivalent", "tonn CO2 ekvivalentar",
      \ "tonn CO2 ekvivalenter", "tonn CO2-ekvivalentar", "tonn CO2-ekvivalenter",
      \ "tonn CO₂-ekvivalentar", "tonn CO₂-ekvivalenter", "full-time equivalent",
      \ "thousand tonnes CO2e", "kg CO2-ekvivalentar", "kg CO2-ekvivalenter", "kg CO₂-ekvivalentar",
      \ "kg CO₂-ekvivalenter", "kindergarten places", "nursing home places", "Scandinavian miles",
      \ "four-month periods", "kindergarten place", "nursing home place", "tusen innbyggjarar",
      \ "Scandinavian mile", "four-month period", "hele tusen kroner", "milliardar kroner",
      \ "milliarder kroner", "percentage points", "residential units", "square kilometres",
      \ "millionar kroner", "millioner kroner", "percentage point", "residential unit",
      \ "square kilometre", "tusen innbyggere", "milliard kroner", "thousand kroner", "tusen tonn CO2e",
      \ "tusen tonn CO₂e", "gigawatt hours", "kilowatt hours", "megawatt hours", "million kroner",
      \ "terawatt hours", "hele 1 000 kr", "hele tusen kr", "housing units", "library loans",
      \ "milliardar kr", "milliarder kr", "square metres", "tonn CO2-ekv.", "tonn CO₂-ekv.",
      \ "NOK millions", "NOK thousand", "basis points", "cubic metres", "hele 1000 kr", "library loan",
      \ "mill. kroner", "millionar kr", "millioner kr", "square metre", "thousand NOK", "tonn CO2-ekv",
      \ "tusen kroner", "young people", "NOK billion", "NOK million", "basis point", "billion NOK",
      \ "cubic metre", "hele kroner", "mill kroner", "mill.kroner", "million NOK", "mrd. kroner",
      \ "thousand kr", "tonnes CO2e", "tonnes CO₂e", "care homes", "hele tusen", "million kr",
      \ "mrd kroner", "mrd.kroner", "tonn CO2-e", "tonne CO2e", "tonnes CO2", "NOK mill.", "care home",
      \ "hele 1000", "mill. NOK", "per mille", "tonn CO2e", "tonn CO₂e", "NOK 1000", "kr 1 000",
      \ "mill NOK", "mill. kr", "mrd. NOK", "per cent", "tonn CO2", "tonn CO₂", "tusen kr", "hele kr",
      \ "kg CO2e", "kg CO₂e", "kr 1000", "kt CO2e", "mill kr", "mill.kr", "mrd NOK", "mrd. kr",
      \ "kg CO2", "kg CO₂", "mrd kr", "mrd.kr", "t CO2e", "t CO₂e", "NOK m", "innb.", "mill.", "årsv.",
      \ "daa.", "kvm.", "min.", "mkr.", "mnd.", "mrd.", "p.p.", "pst.", "sek.", "stk.", "tkr.", "kr.",
      \ "md.", "pp.",
      \ ])
let s:roles = s:any([
      \ "divided into", "grand total", "altogether", "fordelt på", "til sammen", "inngåande",
      \ "inngående", "til saman", "tilsammen", "total sum", "av dette", "of which", "subtotal",
      \ "tilsaman", "totalsum", "utgåande", "utgående", "closing", "divided", "fordelt", "of this",
      \ "opening", "delsum", "gruppe", "in all", "totalt", "group", "herav", "i alt", "minus", "total",
      \ "rad", "row", "sum",
      \ ])
let s:lone_roles = s:any([
      \ "total",
      \ ])
let s:bare_roles = s:any([
      \ "grand total", "altogether", "til sammen", "til saman", "tilsammen", "total sum", "av dette",
      \ "of which", "subtotal", "tilsaman", "totalsum", "of this", "delsum", "in all", "totalt",
      \ "herav", "i alt", "sum",
      \ ])

" Pieces of patterns, all very magic. A word has letters, digits and hyphens in it. Where a pattern
" begins with what must stand before it, the old engine is the faster by far.
syn case ignore
syn iskeyword @,48-57,_,-,192-255
let s:letter = '[A-Za-z_À-ɏ]'
let s:word = s:letter .. '\k*%(/' .. s:letter .. '\k*)*'
let s:begin = '\%#=1\v%(%(^|[{;])\s*)@60<='
let s:index = '[^:{}"|;#]*'
let s:blank = '[ \u00a0\u2000-\u200a\u202f]'
let s:dash = '[\u2010-\u2015\u2212-]'
let s:figure = '%(\d{1,3}%(' .. s:blank .. '\d{3})+\d@!|\d+)%(,%(\d+|-))?'
let s:number = '%(%(%(\k|[)%.])@1<!' .. s:dash .. ')|[0-9A-Za-z_À-ɏ.-]@1<!)'
      \ .. s:figure .. '%(' .. s:dash .. s:figure .. ')?'
let s:date = '[0-9A-Za-z_À-ɏ.-]@1<!%(\d{4}-\d{2}-\d{2}|\d+%(\.\d+)+|\d+%(/\d+)+|\d{1,3}\.\d@!)'
let s:value_end = ' matchgroup=NONE end=~[;{}#]~me=s-1 end=~\v%(,\s*)@9<!$~'
" An equation that ends with its line leaves no place there for the value around it to end.
let s:line_begins = ' end=~\v%(,\s*\n)@9<!^~'
let s:cell_end = '\ze\s*%(\||$)'

" ---- values: what comes later goes first ----

exe 'syn match hplanPlain ~\v' .. s:word .. '~ contained'
exe 'syn match hplanName ~\v' .. s:word .. '~ contained'
exe 'syn match hplanConnective ~\v<' .. s:connectives .. '>~ contained'
exe 'syn match hplanNumberWord ~\v<' .. s:numbers .. '>\ze\s*\=~ contained'
exe 'syn match hplanUnit ~\v%(' .. s:units .. '>|%(' .. s:connectives .. '>)@!' .. s:word .. ')~ contained'
exe 'syn match hplanNumber ~\v' .. s:number .. '~ contained nextgroup=hplanUnit skipwhite'
exe 'syn match hplanDate ~\v' .. s:date .. '~ contained'
syn match hplanPercent /[%‰]/ contained
syn match hplanCurrency /\v<%(kr\.?|NOK)\ze\s*\d/ contained
exe 'syn match hplanQualifier ~\v<' .. s:qualifiers .. '\ze\s*' .. s:dash .. '?\d~ contained'
exe 'syn match hplanChoice ~\v<' .. s:choices .. '>~ contained'
syn match hplanCode /\v<\d+%(\/\d+)*>/ contained
exe 'syn match hplanPath ~\v' .. s:word .. '%(\.%(' .. s:word .. '|\d+%(\/\d+)*|"[^"]*"))+~ contained'
exe 'syn match hplanFunction ~\v<' .. s:functions .. '\ze\(~ contained'
syn match hplanFinding /\v<HP\d{4}>/ contained
syn match hplanOperator /\v[<>]\=?|[+*/≤≥]|\s@1<=[\u2010-\u2015\u2212-]\s@=/ contained
syn match hplanUrl /\v<%(https?:\/\/|mailto:)[^[:blank:];,"}|]+/ contained
syn match hplanString /\v"[^"]*"|[«“„][^»”“]*[»”“]/ contained

syn cluster hplanCommon contains=hplanNumber,hplanDate,hplanPercent,hplanCurrency,
      \hplanQualifier,hplanPath,hplanFunction,hplanFinding,hplanOperator,hplanUrl,hplanString
syn cluster hplanNames contains=@hplanCommon,hplanName,hplanConnective

exe 'syn region hplanEquation contained matchgroup=hplanEquals start=~=~' .. s:value_end
      \ .. ' contains=@hplanNames'
exe 'syn region hplanValueChoice contained matchgroup=hplanColon start=~:~' .. s:value_end
      \ .. s:line_begins .. ' contains=@hplanCommon,hplanPlain,hplanChoice,hplanEquation'
exe 'syn region hplanValueNames contained matchgroup=hplanColon start=~:~' .. s:value_end
      \ .. s:line_begins .. ' contains=@hplanNames,hplanEquation'
exe 'syn region hplanValueCodes contained matchgroup=hplanColon start=~:~' .. s:value_end
      \ .. s:line_begins .. ' contains=@hplanCommon,hplanPlain,hplanCode,hplanEquation'
exe 'syn region hplanValueText contained matchgroup=hplanColon start=~:~' .. s:value_end
      \ .. s:line_begins .. ' contains=@hplanCommon,hplanPlain,hplanEquation'

" ---- statements ----

syn match hplanComment /#.*$/ contains=@Spell
syn region hplanBody start=/{/ end=/}/ transparent fold contains=TOP

exe 'syn match hplanTitle ~\v"[^"]*"|[«“„][^»”“]*[»”“]~ contained contains=@Spell'
exe 'syn match hplanHeadNumber ~\v%(' .. s:date .. '|[0-9A-Za-z_À-ɏ.-]@1<!' .. s:figure .. ')\k@!~ contained'
exe 'syn match hplanNew ~' .. s:begin .. s:connectives .. '\ze\s+' .. s:kinds .. '>~'
exe 'syn region hplanHead oneline matchgroup=hplanKind start=~\%#=1\v%(%(^|[{;])\s*%('
      \ .. s:connectives .. '\s+)?)@60<=' .. s:kinds .. '>~'
      \ .. ' matchgroup=NONE end=~[;{}#|]~me=s-1 end=~$~'
      \ .. ' contains=hplanName,hplanPath,hplanHeadNumber,hplanTitle'

" A key, an index if any, a colon: how the value is read depends on the key.
exe 'syn match hplanIndexWord ~\v<' .. s:indexes .. '>~ contained'
exe 'syn match hplanIndexNumber ~\v' .. s:number .. '~ contained'
exe 'syn match hplanIndexDate ~\v' .. s:date .. '~ contained'
exe 'syn match hplanUnknown ~' .. s:begin .. '\d@!\k' .. s:index .. '\ze:~ nextgroup=hplanValueText'
exe 'syn match hplanDefault ~' .. s:begin .. '%(' .. s:indexes .. '>|\d)@=' .. s:index .. '\ze:~'
      \ .. ' nextgroup=hplanValueChoice contains=hplanIndexWord,hplanIndexNumber,hplanIndexDate'
for [s:context, s:keys] in [['Choice', s:choice], ['Names', s:names], ['Codes', s:codes], ['Text', s:text]]
  exe 'syn match hplanIndex' .. s:context .. ' ~\v' .. s:index .. '\ze:~ contained'
        \ .. ' contains=hplanIndexWord,hplanIndexNumber,hplanIndexDate nextgroup=hplanValue' .. s:context
  exe 'syn match hplanKey ~' .. s:begin .. s:keys .. '>\ze' .. s:index .. ':~'
        \ .. ' nextgroup=hplanIndex' .. s:context .. ',hplanValue' .. s:context .. ' skipwhite'
endfor
exe 'syn match hplanFinding ~' .. s:begin .. 'HP\d{4}>\ze\s*:~ nextgroup=hplanValueChoice skipwhite'

" ---- tables: the first row names the columns ----

syn match hplanBar /|/ contained
syn match hplanEscapedBar /\\|/ contained
exe 'syn match hplanColumn ~\v' .. s:word .. '~ contained'
syn match hplanColumnSign /:/ contained
syn match hplanHeader /\v%(%(^|\{)\s*)@60<=\|%(.*\||.*$)/ nextgroup=hplanRow,hplanRowComment skipwhite skipnl skipempty
      \ contains=hplanBar,hplanEscapedBar,hplanColumn,hplanColumnSign,hplanPercent,hplanHeadNumber,hplanTitle
syn match hplanRowComment /#.*$/ contained nextgroup=hplanRow,hplanRowComment skipwhite skipnl skipempty
syn match hplanRow /\v\|%(.*\||.*$)/ contained nextgroup=hplanRow,hplanRowComment skipwhite skipnl skipempty
      \ contains=hplanBar,hplanEscapedBar,hplanFirst,hplanMissing,hplanCellEquation,@hplanCommon,hplanPlain
exe 'syn match hplanMissing ~\%#=1\v%(\|\s*)@60<=%(' .. s:cells .. '|\.\.?|[:…-])' .. s:cell_end .. '~ contained'
exe 'syn region hplanCellEquation contained matchgroup=hplanEquals start=~\v[<>]@1<!\=~'
      \ .. ' matchgroup=NONE end=~|~me=s-1 end=~$~ contains=@hplanNames'
" The first cell may begin with a role or a code; the rest of it is text.
syn match hplanFirst /\v%(^\s*\|)@60<=%([^|\\]|\\.)*/ contained contains=hplanRole,hplanFirstCode,hplanString
let s:first = '\%#=1\v%(^\s*\|\s*%(' .. s:dash .. '\s*)?)@60<='
exe 'syn match hplanRole ~' .. s:first .. s:bare_roles .. '>~ contained'
exe 'syn match hplanRole ~' .. s:first .. s:lone_roles .. s:cell_end .. '~ contained'
exe 'syn match hplanRole ~' .. s:first .. s:roles .. '\ze\s*:~ contained'
syn match hplanFirstCode /\v%(^\s*\|\s*)@60<=\d+%(\/\d+)*>/ contained

" ---- text blocks ----

syn match hplanEscape /\\./ contained
syn match hplanLink /\v\[[^]]*\]\([^)]*\)/ contained
syn region hplanBraces contained matchgroup=hplanInterpolation start=/{/ end=/}/
      \ contains=@hplanNames,hplanNumberWord,hplanEquals
syn match hplanEquals /=/ contained
syn match hplanHeading /\v^\s*#{1,6}\s.*$/ contained contains=hplanEscape,hplanLink,hplanBraces,@Spell
syn region hplanBold contained start=/\*\*\S\@=/ end=/\*\*/ end=/^\s*$/
      \ contains=hplanEscape,hplanLink,hplanBraces,@Spell
syn region hplanText matchgroup=hplanTextMark start=/"""/ end=/"""/ keepend fold
      \ contains=hplanEscape,hplanLink,hplanBraces,hplanHeading,hplanBold,@Spell

" A line that opens a body is no text: from there on all is clear.
syn sync match hplanHere grouphere NONE /^\s*\k.*{\s*$/
syn sync minlines=50 maxlines=1000

hi def link hplanComment Comment
hi def link hplanRowComment Comment
hi def link hplanKind Statement
hi def link hplanKey Type
hi def link hplanColumn Type
hi def link hplanChoice Constant
hi def link hplanIndexWord Constant
hi def link hplanMissing Constant
hi def link hplanFunction Function
hi def link hplanRole PreProc
hi def link hplanName Identifier
hi def link hplanPath Identifier
hi def link hplanTitle Title
hi def link hplanString String
hi def link hplanUrl String
hi def link hplanTextMark String
hi def link hplanNumber Number
hi def link hplanDate Number
hi def link hplanNumberWord Number
hi def link hplanHeadNumber Number
hi def link hplanIndexNumber Number
hi def link hplanIndexDate Number
hi def link hplanUnit StorageClass
hi def link hplanPercent StorageClass
hi def link hplanCurrency StorageClass
hi def link hplanOperator Operator
hi def link hplanEquals Operator
hi def link hplanQualifier Operator
hi def link hplanConnective Operator
hi def link hplanNew Operator
hi def link hplanColumnSign Operator
hi def link hplanBar Delimiter
hi def link hplanCode Macro
hi def link hplanFirstCode Macro
hi def link hplanFinding Macro
hi def link hplanHeading Title
hi def link hplanLink Underlined
hi def link hplanInterpolation Special
hi def hplanBold term=bold cterm=bold gui=bold

let b:current_syntax = 'hplan'
let &cpo = s:cpo
unlet s:cpo
