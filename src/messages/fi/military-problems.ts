import type { MilitaryProblemCode } from '../../address/military/military-problem.js'
import type { Message } from '../../outcome/message.js'

/** What each problem of a US military address says in Finnish (A-2 … A-8). */
export const fiMilitaryProblems: Readonly<Record<MilitaryProblemCode, Message>> = {
  'military.name-missing': 'Vastaanottajan nimi tarvitaan; sotilasarvoa ei.',
  'military.name-not-specific':
    'Posti toimittaa nimetylle henkilölle tai viran haltijalle, ei kenelle tahansa jäsenelle.',
  'military.city-not-military': 'Kaupungin on oltava APO, FPO tai DPO.',
  'military.city-extra-text': 'Kaupungin on oltava APO, FPO tai DPO eikä mitään muuta.',
  'military.city-nonstandard-spelling': 'Kirjoita kaupungiksi APO, FPO tai DPO.',
  'military.state-missing': 'Osavaltio tarvitaan: AA, AE tai AP.',
  'military.state-not-military':
    'Osavaltion on oltava Armed Forces Americas (AA), Europe (AE) tai Pacific (AP).',
  'military.state-legacy-name': 'Tämä alueen vanha nimi on monitulkintainen. Kirjoita AA, AE tai AP.',
  'military.state-nonstandard-spelling': 'Kirjoita osavaltioksi AA, AE tai AP.',
  'military.state-not-abbreviated': 'Osoitelappu tarvitsee osavaltion kaksi kirjainta: AA, AE tai AP.',
  'military.country-missing': 'Maa tarvitaan: Yhdysvallat.',
  'military.country-not-us': 'Maan on oltava Yhdysvallat.',
  'military.psc-missing': 'APO-osoite tarvitsee PSC-numeron.',
  'military.unit-missing': 'FPO- tai DPO-osoite tarvitsee UNIT-numeron.',
  'military.designator-missing': 'PSC, UNIT, CPR, OPC tai UPR ja numero tarvitaan.',
  'military.designator-number-missing': 'Numero puuttuu PSC:n, UNITin tai vastaavan perästä.',
  'military.designator-misspelled': 'PSC, UNIT tai vastaava on kirjoitettu väärin.',
  'military.box-missing': 'BOX-numero tarvitaan.',
  'military.box-misspelled': 'BOX on kirjoitettu väärin.',
  'military.box-not-a-number': 'BOX-sanan perässä ei ole numeroa.',
  'military.outside-address-field': 'Kaikki numerot kuuluvat osoitteen ensimmäiselle riville.',
  'military.delivery-line-split': 'Molemmat numerot kuuluvat samalle riville.',
  'military.delivery-line-format': 'Kirjoita rivi näin: PSC tai UNIT, numero, BOX, numero.',
  'military.delivery-line-extra-text': 'Numerorivillä ei saa olla mitään muuta.',
  'military.delivery-line-not-last': 'Numerorivin on oltava viimeinen ennen kaupunkia.',
  'military.last-line-in-address':
    'Rivi, jolla on APO, FPO tai DPO, kuuluu kaupungin, osavaltion ja ZIP-koodin kenttiin.',
  'military.foreign-place-in-address':
    'Vierasta kaupunkia tai maata ei saa mainita: lähetys poistuisi sotilaspostista.',
  'military.zip-missing': 'ZIP-koodi tarvitaan.',
  'military.zip-malformed': 'ZIP-koodi on viisi numeroa, tai viisi ja neljä yhdysmerkin kanssa.',
  'military.zip-not-military': 'Tämä ZIP-koodi ei ole sotilaspostin: niiden alussa on 09, 340 tai 962–966.',
  'military.zip-state-mismatch': 'ZIP-koodi kuuluu toiseen näistä: AA, AE ja AP.',
}
