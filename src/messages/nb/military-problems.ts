import type { MilitaryProblemCode } from '../../address/military/military-problem.js'
import type { Message } from '../../outcome/message.js'

/** What each problem of a US military address says in Norwegian (A-2 … A-8). */
export const nbMilitaryProblems: Readonly<Record<MilitaryProblemCode, Message>> = {
  'military.name-missing': 'Navnet på mottakeren trengs; en grad gjør det ikke.',
  'military.name-not-specific':
    'Posten leverer til en navngitt person eller en stilling, ikke til et hvilket som helst medlem.',
  'military.city-not-military': 'Byen må være APO, FPO eller DPO.',
  'military.city-extra-text': 'Byen må være APO, FPO eller DPO og ikke noe mer.',
  'military.city-nonstandard-spelling': 'Skriv byen som APO, FPO eller DPO.',
  'military.state-missing': 'Delstaten trengs: AA, AE eller AP.',
  'military.state-not-military':
    'Delstaten må være Armed Forces Americas (AA), Europe (AE) eller Pacific (AP).',
  'military.state-legacy-name': 'Dette eldre navnet på regionen er tvetydig. Skriv AA, AE eller AP.',
  'military.state-nonstandard-spelling': 'Skriv delstaten som AA, AE eller AP.',
  'military.state-not-abbreviated': 'Etiketten trenger de to bokstavene for delstaten: AA, AE eller AP.',
  'military.country-missing': 'Landet trengs: USA.',
  'military.country-not-us': 'Landet må være USA.',
  'military.psc-missing': 'En APO-adresse trenger et PSC-nummer.',
  'military.unit-missing': 'En FPO- eller DPO-adresse trenger et UNIT-nummer.',
  'military.designator-missing': 'PSC, UNIT, CPR, OPC eller UPR med et nummer trengs.',
  'military.designator-number-missing': 'Nummeret etter PSC, UNIT eller lignende mangler.',
  'military.designator-misspelled': 'PSC, UNIT eller lignende er feilstavet.',
  'military.box-missing': 'BOX-nummeret trengs.',
  'military.box-misspelled': 'BOX er feilstavet.',
  'military.box-not-a-number': 'Det som står etter BOX, er ikke et tall.',
  'military.outside-address-field': 'Alle numrene hører hjemme i den første linjen av adressen.',
  'military.delivery-line-split': 'De to numrene hører hjemme på én linje.',
  'military.delivery-line-format': 'Skriv linjen som PSC eller UNIT, nummeret, BOX, nummeret.',
  'military.delivery-line-extra-text': 'Ikke noe annet kan stå på linjen med numrene.',
  'military.delivery-line-not-last': 'Linjen med numrene må være den siste over byen.',
  'military.last-line-in-address':
    'Linjen med APO, FPO eller DPO hører hjemme i feltene for by, delstat og ZIP.',
  'military.foreign-place-in-address':
    'Ingen utenlandsk by eller land kan nevnes: sendingen ville forlate den militære posten.',
  'military.zip-missing': 'ZIP-koden trengs.',
  'military.zip-malformed': 'ZIP-koden er fem sifre, eller fem og fire med bindestrek.',
  'military.zip-not-military':
    'Denne ZIP-koden er ikke militær: slike begynner med 09, 340 eller 962 til 966.',
  'military.zip-state-mismatch': 'ZIP-koden hører til en annen av AA, AE og AP.',
}
