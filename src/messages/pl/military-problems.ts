import type { MilitaryProblemCode } from '../../address/military/military-problem.js'
import type { Message } from '../../outcome/message.js'

/** What each problem of a US military address says in Polish (A-2 … A-8). */
export const plMilitaryProblems: Readonly<Record<MilitaryProblemCode, Message>> = {
  'military.name-missing': 'Potrzebne jest imię i nazwisko odbiorcy; stopień nie jest potrzebny.',
  'military.name-not-specific':
    'Poczta doręcza osobie z nazwiska lub na stanowisku, a nie dowolnemu członkowi służby.',
  'military.city-not-military': 'Miastem musi być APO, FPO lub DPO.',
  'military.city-extra-text': 'Miastem musi być APO, FPO lub DPO i nic więcej.',
  'military.city-nonstandard-spelling': 'Zapisz miasto jako APO, FPO lub DPO.',
  'military.state-missing': 'Potrzebny jest stan: AA, AE lub AP.',
  'military.state-not-military': 'Stanem musi być Armed Forces Americas (AA), Europe (AE) lub Pacific (AP).',
  'military.state-legacy-name': 'Ta dawna nazwa regionu jest niejednoznaczna. Wpisz AA, AE lub AP.',
  'military.state-nonstandard-spelling': 'Zapisz stan jako AA, AE lub AP.',
  'military.state-not-abbreviated': 'Etykieta wymaga dwóch liter stanu: AA, AE lub AP.',
  'military.country-missing': 'Potrzebny jest kraj: Stany Zjednoczone.',
  'military.country-not-us': 'Krajem muszą być Stany Zjednoczone.',
  'military.psc-missing': 'Adres APO wymaga numeru PSC.',
  'military.unit-missing': 'Adres FPO lub DPO wymaga numeru UNIT.',
  'military.designator-missing': 'Potrzebne jest PSC, UNIT, CPR, OPC lub UPR z numerem.',
  'military.designator-number-missing': 'Brakuje numeru po PSC, UNIT lub podobnym.',
  'military.designator-misspelled': 'PSC, UNIT lub podobne jest źle zapisane.',
  'military.box-missing': 'Potrzebny jest numer BOX.',
  'military.box-misspelled': 'BOX jest źle zapisane.',
  'military.box-not-a-number': 'To, co stoi po BOX, nie jest liczbą.',
  'military.outside-address-field': 'Wszystkie numery należą do pierwszego wiersza adresu.',
  'military.delivery-line-split': 'Oba numery należą do jednego wiersza.',
  'military.delivery-line-format': 'Zapisz wiersz jako PSC lub UNIT, numer, BOX, numer.',
  'military.delivery-line-extra-text': 'W wierszu z numerami nie może stać nic więcej.',
  'military.delivery-line-not-last': 'Wiersz z numerami musi być ostatni nad miastem.',
  'military.last-line-in-address': 'Wiersz z APO, FPO lub DPO należy do pól miasta, stanu i kodu ZIP.',
  'military.foreign-place-in-address':
    'Nie wolno podać obcego miasta ani kraju: przesyłka opuściłaby pocztę wojskową.',
  'military.zip-missing': 'Potrzebny jest kod ZIP.',
  'military.zip-malformed': 'Kod ZIP to pięć cyfr albo pięć i cztery z łącznikiem.',
  'military.zip-not-military':
    'Ten kod ZIP nie jest wojskowy: takie zaczynają się od 09, 340 albo od 962 do 966.',
  'military.zip-state-mismatch': 'Ten kod ZIP należy do innego z AA, AE i AP.',
}
