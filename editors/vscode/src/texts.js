/* What the extension itself says. Everything about a plan is said by hplanc. */
"use strict";

const vscode = require("vscode");

const texts = {
  missing: {
    nb: "Jeg finner ikke programmet hplanc («{0}»). Uten det får du farger, men ingen kontroll. " +
      "Installer hplanc, eller skriv hvor det ligger, i innstillingen «hplan.path».",
    nn: "Eg finn ikkje programmet hplanc («{0}»). Utan det får du fargar, men ingen kontroll. " +
      "Installer hplanc, eller skriv kvar det ligg, i innstillinga «hplan.path».",
    en: "I cannot find the program hplanc (\"{0}\"). Without it there are colours, but no checks. " +
      "Install hplanc, or say where it lies in the setting \"hplan.path\".",
  },
  unable: {
    nb: "«{0}» lot seg ikke starte som språktjener. Er det en gammel utgave av hplanc? Den sa: {1}",
    nn: "«{0}» let seg ikkje starte som språktenar. Er det ei gammal utgåve av hplanc? Ho sa: {1}",
    en: "\"{0}\" could not be started as a language server. Is it an old hplanc? It said: {1}",
  },
  settings: { nb: "Åpne innstillingen", nn: "Opne innstillinga", en: "Open the setting" },
  unsaved: {
    nb: "Lagre filen først: forhåndsvisningen lages av det som ligger på disken.",
    nn: "Lagre fila først: førehandsvisinga blir laga av det som ligg på disken.",
    en: "Save the file first: the preview is made of what is on disk.",
  },
  faulty: {
    nb: "Planen har feil og kan ikke publiseres ennå. De står i panelet Problemer.",
    nn: "Planen har feil og kan ikkje publiserast enno. Dei står i panelet Problem.",
    en: "The plan has errors and cannot be published yet. They are in the Problems panel.",
  },
  failed: {
    nb: "Forhåndsvisningen lot seg ikke lage. hplanc sa: {0}",
    nn: "Førehandsvisinga let seg ikkje lage. hplanc sa: {0}",
    en: "The preview could not be made. hplanc said: {0}",
  },
  preview: { nb: "Slik blir planen", nn: "Slik blir planen", en: "The plan as published" },
};

/** The language the user has chosen, else that of VS Code if it is one of ours, else bokmål. */
function language() {
  const chosen = vscode.workspace.getConfiguration("hplan").get("language");
  return chosen in texts.missing ? chosen : vscode.env.language === "nn" ? "nn" : "nb";
}

function say(key, ...values) {
  return texts[key][language()].replace(/\{(\d)\}/g, (_, i) => values[Number(i)]);
}

module.exports = { language, say };
