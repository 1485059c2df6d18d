import type { MilitaryProblemCode } from '../../address/military/military-problem.js'
import type { Message } from '../../outcome/message.js'

/** What each problem of a US military address says in Dutch (A-2 … A-8). */
export const nlMilitaryProblems: Readonly<Record<MilitaryProblemCode, Message>> = {
  'military.name-missing': 'De naam van de ontvanger is nodig; een rang niet.',
  'military.name-not-specific':
    'De post bezorgt aan een persoon met naam of functie, niet aan een willekeurig lid.',
  'military.city-not-military': 'De stad moet APO, FPO of DPO zijn.',
  'military.city-extra-text': 'De stad moet APO, FPO of DPO zijn en niets meer.',
  'military.city-nonstandard-spelling': 'Schrijf de stad als APO, FPO of DPO.',
  'military.state-missing': 'De staat is nodig: AA, AE of AP.',
  'military.state-not-military':
    'De staat moet Armed Forces Americas (AA), Europe (AE) of Pacific (AP) zijn.',
  'military.state-legacy-name': 'Deze oudere naam van de regio is dubbelzinnig. Schrijf AA, AE of AP.',
  'military.state-nonstandard-spelling': 'Schrijf de staat als AA, AE of AP.',
  'military.state-not-abbreviated': 'Op het etiket horen de twee letters van de staat: AA, AE of AP.',
  'military.country-missing': 'Het land is nodig: Verenigde Staten.',
  'military.country-not-us': 'Het land moet Verenigde Staten zijn.',
  'military.psc-missing': 'Een APO-adres heeft een PSC-nummer nodig.',
  'military.unit-missing': 'Een FPO- of DPO-adres heeft een UNIT-nummer nodig.',
  'military.designator-missing': 'PSC, UNIT, CPR, OPC of UPR met een nummer is nodig.',
  'military.designator-number-missing': 'Het nummer na PSC, UNIT of iets dergelijks ontbreekt.',
  'military.designator-misspelled': 'PSC, UNIT of iets dergelijks is verkeerd gespeld.',
  'military.box-missing': 'Het BOX-nummer is nodig.',
  'military.box-misspelled': 'BOX is verkeerd gespeld.',
  'military.box-not-a-number': 'Wat na BOX staat, is geen getal.',
  'military.outside-address-field': 'Alle nummers horen in de eerste regel van het adres.',
  'military.delivery-line-split': 'De twee nummers horen op één regel.',
  'military.delivery-line-format': 'Schrijf de regel als PSC of UNIT, het nummer, BOX, het nummer.',
  'military.delivery-line-extra-text': 'Op de regel met de nummers mag niets anders staan.',
  'military.delivery-line-not-last': 'De regel met de nummers moet de laatste boven de stad zijn.',
  'military.last-line-in-address':
    'De regel met APO, FPO of DPO hoort in de velden voor stad, staat en ZIP-code.',
  'military.foreign-place-in-address':
    'Er mag geen buitenlandse stad of land worden genoemd: de zending zou de militaire post verlaten.',
  'military.zip-missing': 'De ZIP-code is nodig.',
  'military.zip-malformed': 'De ZIP-code is vijf cijfers, of vijf en vier met een koppelteken.',
  'military.zip-not-military':
    'Deze ZIP-code is geen militaire: die beginnen met 09, 340 of 962 tot en met 966.',
  'military.zip-state-mismatch': 'De ZIP-code hoort bij een andere van AA, AE en AP.',
}
