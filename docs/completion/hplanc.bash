# Laget av tools/gen-usage; ikke endre for hånd.
# bash: hplanc og navnet på et verb, så dets valg, filer og mapper.
_hplanc_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }

_hplanc() {
    local cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb= options= kind= i
    # «=» er et ord for seg selv i bash.
    if [[ $cur == = ]]; then
        cur=
    elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD-2]}
    fi
    case $before in
    --to|--til) _hplanc_words 'md html json ndjson'; return ;;
    -o|--output|--ut) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
    --format) _hplanc_words 'text json sarif github'; return ;;
    --max|--maks) :; return ;;
    --color|--farge) _hplanc_words 'auto always never'; return ;;
    --dump) _hplanc_words 'tokens tree model checks report marks'; return ;;
    -j|--jobs|--jobber) :; return ;;
    --deps|--avhengigheter) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
    --keywords|--nøkkelord) _hplanc_words 'nb nn en'; return ;;
    --as-of|--per) :; return ;;
    --year|--år) :; return ;;
    --lang|--språk) _hplanc_words 'nb nn en'; return ;;
    esac
    for ((i = 1; i < COMP_CWORD && ${#verb} == 0; i++)); do
        case " check sjekk build bygg fmt formater explain forklar diff forskjell import importer lsp språktjener new ny report rapport roll ruller help hjelp version versjon " in *" ${COMP_WORDS[i]} "*) verb=${COMP_WORDS[i]} ;; esac
    done
    case $verb in
    '') _hplanc_words 'check sjekk build bygg fmt formater explain forklar diff forskjell import importer lsp språktjener new ny report rapport roll ruller help hjelp version versjon'; return ;;
    check|sjekk) options='--format --streng --strict --eksakt --exact --max --maks --color --farge --quiet --stille --kjente --known --dekning --coverage --dump --jobs --jobber --deps --avhengigheter --lang --språk --help --hjelp --version --versjon' kind=files ;;
    build|bygg) options='--to --til --output --ut --streng --strict --eksakt --exact --max --maks --color --farge --quiet --stille --kjente --known --deps --avhengigheter --lang --språk --help --hjelp --version --versjon' kind=files ;;
    fmt|formater) options='--write --skriv --check --sjekk --keywords --nøkkelord --lang --språk --help --hjelp --version --versjon' kind=files ;;
    explain|forklar) options='--eksakt --exact --lang --språk --help --hjelp --version --versjon' kind=files ;;
    diff|forskjell) options='--format --lang --språk --help --hjelp --version --versjon' kind=files ;;
    import|importer) options='--lang --språk --help --hjelp --version --versjon' kind=any ;;
    lsp|språktjener) options='--log --logg --stdio --lang --språk --help --hjelp --version --versjon' kind= ;;
    new|ny) options='--output --ut --keywords --nøkkelord --year --år --lang --språk --help --hjelp --version --versjon' kind=kinds ;;
    report|rapport) options='--output --ut --as-of --per --year --år --lang --språk --help --hjelp --version --versjon' kind=files ;;
    roll|ruller) options='--output --ut --lang --språk --help --hjelp --version --versjon' kind=files ;;
    help|hjelp) options='--lang --språk --help --hjelp --version --versjon' kind=verbs ;;
    version|versjon) options='--lang --språk --help --hjelp --version --versjon' kind= ;;
    esac
    if [[ $cur == -* ]]; then
        _hplanc_words "$options"
        return
    fi
    case $kind in
    kinds) _hplanc_words 'kommune municipality plan rapport report' ;;
    verbs) _hplanc_words 'check sjekk build bygg fmt formater explain forklar diff forskjell import importer lsp språktjener new ny report rapport roll ruller help hjelp version versjon' ;;
    any) compopt -o default ;;
    files)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$cur"; compgen -f -X '!*.hplan' -- "$cur")
        ;;
    esac
}
complete -F _hplanc hplanc
