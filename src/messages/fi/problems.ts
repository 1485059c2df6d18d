import type { Messages } from '../messages.js'
import { fiAccessProblems } from './access-problems.js'
import { fiDiscountProblems } from './discount-problems.js'
import { fiEmailProblems } from './email-problems.js'
import { fiPaymentProblems } from './payment-problems.js'
import { fiMilitaryProblems } from './military-problems.js'

/** What each problem says in Finnish, a row a code, by room. */
export const fiProblems: Messages['problems'] = {
  'shape.wrong-type': 'Tämän on oltava tyyppiä: {expected}.',
  'shape.unknown-field': {
    by: 'count',
    one: 'Tässä on tuntematon kenttä.',
    other: 'Tässä on {count} tuntematonta kenttää.',
  },
  'shape.too-long': 'Tämä on pidempi kuin {limit}.',
  'shape.invalid-value': 'Tämä arvo ei ole tässä sallittu.[ Sallitut: {allowed}.]',

  'text.too-long': 'Merkkejä on {length}; niitä saa olla enintään {limit}.',
  'text.not-storable': 'Tässä on merkkejä, joita ei voi tallentaa.',

  'email.invalid': 'Tämä ei ole sähköpostiosoite.',
  'email.too-long': 'Sähköpostiosoite on liian pitkä; merkkejä saa olla enintään {limit}.',
  'email.dangerous-character': 'Sähköpostiosoitteessa on näkymätön merkki. Kirjoita se uudelleen.',
  'email.blanks-removed': 'Sähköpostiosoitteesta poistettiin välilyönnit.',
  'phone.invalid': 'Tällaista puhelinnumeroa ei voi olla.',
  'phone.too-long': 'Puhelinnumero on liian pitkä; merkkejä saa olla enintään {limit}.',
  'phone.country-needed': 'Tämä puhelinnumero tarvitsee maan: kirjoita se muodossa + ja maatunnus.',
  'phone.extension-dropped': 'Alanumero jätettiin pois: puhelinnumero tallennetaan ilman sitä.',
  'phone.not-checked':
    'Kirjoita puhelinnumero muodossa + ja maatunnus; kotimaan muotoa ei osata tässä lukea.',
  'consent.contact-missing':
    'Kukaan ei voi olla kanavan tilaaja ilman siihen kuuluvaa osoitetta tai numeroa.',

  'address.required': 'Ilman tätä osoitteen osaa mitään ei voi toimittaa.',
  'address.country-invalid': 'Tämä ei ole maan kaksikirjaiminen tunnus.',
  'address.country-unknown': 'Tällä tunnuksella ei ole maata.',
  'address.zip-invalid': 'Tämä ei ole tämän maan postinumero.',
  'address.province-required': 'Tämän maan osoite tarvitsee osavaltion tai maakunnan.',
  'address.province-invalid': 'Maassa ei ole tällaista osavaltiota tai maakuntaa.',
  'address.html-tag': 'Osoitteessa ei ole HTML:ää. Poista tunniste.',
  'address.emoji': 'Osoitteessa ei ole emojeja; niitä ei voi näyttää osoitelapussa.',
  'address.url': 'Verkko-osoite ei kuulu tähän.',
  'address.tax-id-invalid': 'Tämä ei ole tämän maan verotunnus; jokin numero voi olla väärin.',
  'address.duplicate': 'Tämä osoite on jo osoitekirjassa.',
  'address.unknown': 'Osoitekirjassa ei ole osoitetta {id}.',
  'address.id-repeated': 'Osoitekirjassa on jo osoite {id}.',
  ...fiMilitaryProblems,
  ...fiEmailProblems,
  ...fiAccessProblems,
  ...fiPaymentProblems,
  ...fiDiscountProblems,

  'customer.nobody': 'Tarvitaan etunimi, sukunimi, sähköposti tai puhelin.',
  'customer.too-many-tags': 'Tunnisteita on {length}; niitä saa olla enintään {limit}.',
  'customer.tag-invalid': 'Tunniste ei ole tyhjä, siinä ei ole pilkkua eikä välilyöntejä alussa tai lopussa.',
  'customer.tag-repeated': 'Tämä tunniste on jo olemassa; kirjainkoolla ei ole väliä.',
  'customer.default-missing': 'Oletuksen on oltava jokin olemassa olevista osoitteista.',
  'customer.id-repeated': 'Kahdella osoitteella on sama tunnus.',
  'customer.price-level': 'Hintataso on kokonaisluku väliltä {least}–{most}.',
  'customer.locale-unknown': 'Tämä ei ole kielen tunnus.',
  'customer.guest-with-login': 'Vieraalla ei ole kirjautumista; vain tilin voi kutsua tai ottaa käyttöön.',
  'customer.metafield-invalid':
    'Metakenttä tarvitsee avaimen muodossa namespace.key ja tavallisen JSON-arvon.',
  'customer.name-look-alike':
    'Tässä nimessä on eri aakkostoja tai näkymättömiä merkkejä: se ei ehkä ole se nimi, miltä se näyttää.',

  'activity.value-ignored': 'Tässä annettua ei voi lukea, joten se jätettiin pois.',
  'activity.possible-duplicate': 'Tämä voi olla sama henkilö kuin {customers}.',
  'activity.contact-taken': 'Profiililla {id} on tämä jo, joten se jätettiin pois.',
  'activity.account-held-back':
    'Tiliä ei liitetty profiiliin, jolla on sama sähköposti, {customers}: siihen tarvitaan todiste siitä, että postilaatikko on heidän.',
  'activity.nobody-found': 'Ei ole profiilia, jonka tilaus tämä voisi olla.',

  'edit.not-allowed': 'Tätä ei voi muuttaa täällä; sen voi tehdä vain kauppa.',
  'edit.consent-apart':
    'Suostumusta ei muuteta muiden kenttien mukana vaan erikseen: sillä on aika, taso ja lähde.',
  'edit.address-blank': 'Tästä osoitteesta ei jää mitään. Poista se sen sijaan.',
  'edit.consent-of-old-contact':
    'Suostumus annettiin vanhalle yhteystiedolle. Pyydä se uudelleen tai peru se.',
  'edit.deleted': 'Profiili on poistettu.',
  'edit.redacted': 'Tämän profiilin henkilötiedot on poistettu.',
  'edit.merge-in-progress': 'Tämän profiilin yhdistäminen on vielä kesken. Odota, kunnes se on valmis.',
  'edit.conflict': 'Joku muu on muuttanut tätä sillä välin. Katso molempia arvoja ja valitse.',
  'consent.transition-not-allowed': 'Suostumus ei voi siirtyä tilasta ”{from}” tilaan ”{to}”.',
  'consent.level-missing': 'Suostumuksesta on käytävä ilmi, kuinka selvästi se annettiin.',
  'consent.level-not-allowed': 'Tämän tasoinen suostumus ei voi olla tilassa ”{state}”.',
  'consent.in-future': 'Tämä ei ole vielä tapahtunut.',
  'consent.outdated': 'Asiakas on sen jälkeen vastannut uudelleen, joten tätä ei oteta huomioon.',
  'capability.field-not-stored': 'Kaupalla ei ole paikkaa, johon tämän voisi tallentaa ({field}).',

  'bulk.page-too-large': {
    by: 'limit',
    one: 'Sivulla on enintään {limit} asiakas, ei {length}.',
    other: 'Sivulla on enintään {limit} asiakasta, ei {length}.',
  },
  'bulk.address-added': 'Osoite lisätään yhdelle asiakkaalle kerrallaan.',
  'bulk.no-longer-selected': 'Profiili on sillä välin muuttunut eikä enää kuulu valittuihin.',
  'bulk.cursor-invalid': 'Tämä ei ole paikka asiakasluettelossa.',

  'comment.blank': 'Kommentti ei voi olla tyhjä.',
  'comment.not-staff': 'Vain henkilökunta kirjoittaa aikajanalle.',
  'comment.not-author': 'Vain kommentin {id} kirjoittaja voi perua sen.',
  'comment.unknown': 'Kommenttia {id} ei ole.',
  'capability.no-timeline': 'Tämä kauppa ei pidä aikajanoja, joita voisi lukea.',

  'capability.fallback':
    'Tietovarasto ei itse osaa vastata tähän ({method}), joten luettiin kaikki asiakkaat: se on hidasta.',
  'capability.no-segments': 'Tämä kauppa ei tallenna segmenttejä.',
  'capability.no-memberships': 'Tämä kauppa ei tallenna, ketkä kuuluvat segmenttiin.',
  'find.cursor-invalid': 'Tämä ei ole paikka tässä asiakasluettelossa.',
  'find.page-too-large': {
    by: 'limit',
    one: 'Sivulla on enintään {limit} asiakas.',
    other: 'Sivulla on enintään {limit} asiakasta.',
  },
  'segments.name-taken': 'Tämä nimi on jo toisella segmentillä.',
  'segments.name-blank': 'Segmentti tarvitsee nimen.',
  'segments.unknown': 'Segmenttiä {id} ei ole.',

  'load.unknown': 'Asiakasta {id} ei ole.',
  'load.deleted': 'Asiakas {id} on poistettu.',
  'load.merged': 'Asiakas {id} on yhdistetty toiseen: {into}.',

  'commit.key-reused': 'Tätä avainta on käytetty toiseen pyyntöön.',
  'commit.not-confirmed': 'Tätä ei voi kumota, ja se on ensin vahvistettava.',
  'commit.stale': '{id} on muuttunut sillä välin. Katso uudelleen ja toista.',
  'commit.fact-changed': 'Se, mitä kauppa tietää asiakkaasta {id}, on muuttunut sillä välin ({fact}).',
  'commit.identity-taken': 'Tämä sähköposti tai puhelin on jo toisella asiakkaalla.',
  'commit.outcome-unknown':
    'Tietovarasto ei vastannut; ei tiedetä, tehtiinkö tämä. Kysy uudelleen avaimella {key}.',

  'distinct.too-few': 'Tarvitaan kaksi profiilia, jotta voi sanoa niiden olevan eri henkilöitä.',
  'distinct.same-customer': 'Asiakas {id} on mainittu kahdesti.',

  'merge.subscription-history': 'Tilaus on voimassa tai on ollut.',
  'merge.company-contact': 'Asiakas kuuluu yritykseen tai on tilannut sen puolesta.',
  'merge.vaulted-card': 'Holviin on tallennettu maksukortti.',
  'merge.store-credit': 'On olemassa kauppahyvitystili.',
  'merge.multipass': 'Multipass-kirjautuminen on käytössä.',
  'merge.deleted': 'Profiili on poistettu.',
  'merge.redacted': 'Henkilötiedot on poistettu tai poistetaan pian.',
  'merge.in-progress': 'Tämän profiilin yhdistäminen on vielä kesken.',
  'merge.data-request': 'Henkilötietoja koskevaa pyyntöä käsitellään.',
  'merge.unknown-fact': 'Kauppa ei tiedä, estääkö jokin tämän. Ei tiedossa: ”{fact}”.',
  'merge.too-few-records': 'Yhdistämiseen tarvitaan vähintään kaksi profiilia.',
  'merge.same-customer': 'Profiilia ei voi yhdistää itseensä.',
  'merge.unknown-record': 'Valinnassa on profiili, joka ei kuulu yhdistämiseen.',
  'merge.unknown-field': {
    by: 'count',
    one: 'Tässä on kenttä, jota ei voi valita yhdistämisessä.',
    other: 'Tässä on {count} kenttää, joita ei voi valita yhdistämisessä.',
  },
  'merge.kept-value-missing': 'Tähän kenttään valitulla profiililla ei ole säilytettävää arvoa.',
  'merge.survivor-not-free': 'Se profiili jää, jonka sähköposti säilytetään; toista ei voi valita.',
  'merge.note-too-long':
    'Yhdistetyssä muistiinpanossa merkkejä on {length}; niitä saa olla enintään {limit}. Valitse lyhyempi.',
  'merge.too-many-tags': 'Tunnisteita tulisi {length}; niitä saa olla enintään {limit}. Valitse vähemmän.',
  'merge.consent-widened':
    'Yhdistetty profiili on tilaaja, vaikka yksi niistä oli kieltäytynyt tai tarkoitettu oli toinen yhteystieto.',
  'merge.mixed-currencies': 'Käytetyt summat ovat eri valuutoissa, eikä niitä voi laskea yhteen.',

  'deletion.pending-redaction': 'Henkilötietojen poisto odottaa. Peru se tai odota, kunnes se on tehty.',
  'deletion.scheduled-gift-card': 'Tälle asiakkaalle on ajastettu lahjakortti. Toimita tai peru se ensin.',
  'deletion.subscription-history': 'Tilaus on voimassa tai on ollut. Henkilötiedot voi poistaa sen sijaan.',
  'deletion.active-subscription': 'Tilaus on voimassa. Päätä se ensin.',
  'deletion.order-history': 'On ostotilauksia. Henkilötiedot voi poistaa sen sijaan.',
  'deletion.deleted': 'Profiili on jo poistettu.',
  'deletion.merge-in-progress': 'Tämän profiilin yhdistäminen on vielä kesken. Odota, kunnes se on valmis.',
  'deletion.unknown-fact': 'Kauppa ei tiedä, estääkö jokin tämän. Ei tiedossa: ”{fact}”.',

  'privacy.deleted': 'Profiili on poistettu, ja henkilötiedot sen mukana.',
  'privacy.already-redacted': 'Henkilötiedot on jo poistettu.',
  'privacy.already-requested': 'Henkilötietojen poistoa on jo pyydetty.',
  'privacy.not-pending': 'Odottamassa ei ole poistoa, jonka voisi perua.',
  'privacy.not-requester': 'Vain poistoa pyytänyt voi perua sen.',
  'privacy.erasure-begun': 'Poisto on alkanut, eikä sitä voi enää perua.',
  'privacy.not-requested': 'Henkilötietojen poistoa on ensin pyydettävä.',
  'privacy.merge-in-progress': 'Tämän profiilin yhdistäminen on vielä kesken. Odota, kunnes se on valmis.',
  'privacy.relation-outstanding':
    'Henkilötietoja poistetaan vielä muualta kaupasta. Toista tämä, kun se on tehty.',
  'privacy.retention': {
    by: 'days',
    one: 'Henkilötietoja säilytetään {days} päivä viimeisestä tilauksesta, päivään {until} asti.',
    other: 'Henkilötietoja säilytetään {days} päivää viimeisestä tilauksesta, päivään {until} asti.',
  },
  'privacy.last-order-unknown': {
    by: 'days',
    one: 'Henkilötietoja säilytetään {days} päivä viimeisestä tilauksesta, eikä kauppa tiedä, milloin se oli.',
    other:
      'Henkilötietoja säilytetään {days} päivää viimeisestä tilauksesta, eikä kauppa tiedä, milloin se oli.',
  },
  'privacy.data-already-requested': 'Henkilötietoja on jo pyydetty.',
  'privacy.data-not-requested': 'Kukaan ei ole pyytänyt henkilötietoja.',
  'privacy.data-request-pending':
    'Henkilötietoja on pyydetty, eikä niitä ole vielä luovutettu; sen jälkeen niistä ei jää mitään.',
  'privacy.unknown-fact': 'Kauppa ei tiedä, estääkö jokin tämän. Ei tiedossa: ”{fact}”.',

  'csv.not-utf-8':
    'Tiedosto ei ole UTF-8-tekstiä[, vaan {encoding}]. Tallenna se CSV UTF-8 -muotoon ja yritä uudelleen.',
  'csv.empty': 'Tiedosto on tyhjä.',
  'csv.header-unknown':
    'Ensimmäisellä rivillä ei ole yhtään asiakastiedoston saraketta; isot ja pienet kirjaimet erotetaan.',
  'csv.header-too-long': 'Ensimmäinen rivi on liian pitkä ollakseen sarakkeiden nimiä.',
  'csv.column-missing': 'Sarake {column} puuttuu.',
  'csv.column-repeated': 'Sarake {column} on kahdesti.',
  'csv.columns-unknown': 'Näitä sarakkeita ei tunneta, eikä niitä luettu: {columns}.',
  'csv.blank-row': 'Rivin kaikki solut ovat tyhjiä.',
  'csv.too-few-columns': 'Rivillä on soluja {found}, otsikkorivillä {expected}.',
  'csv.too-many-columns':
    'Rivillä on soluja {found}, otsikkorivillä {expected}; solun, jossa on pilkku, on oltava lainausmerkeissä.',
  'csv.row-too-long': 'Rivillä on enemmän merkkejä kuin {limit}; lainausmerkki voi puuttua.',
  'csv.stray-quote':
    'Solun keskellä on lainausmerkki. Pane solu lainausmerkkeihin ja kirjoita merkki kahdesti.',
  'csv.unclosed-quote': 'Lainausmerkki avataan eikä sitä koskaan suljeta.',
  'csv.not-yes-or-no': 'Tässä on oltava yes tai no.',
  'csv.value-unknown': 'Tämä ei ole mikään tässä tunnetuista sanoista: {expected}.',
  'csv.not-a-whole-number': 'Tämän on oltava kokonaisluku.',
  'csv.email-missing': 'Sähköposti puuttuu; tällaisissa tiedostoissa jokainen rivi tarvitsee sen.',
  'csv.code-missing': 'Nimeä ei luettu, koska sen tunnuksen sarake on tyhjä.',
  'csv.same-email': 'Myös rivillä {earlier} on tämä sähköposti: sama henkilö on tiedostossa kahdesti.',
  'csv.same-phone': 'Myös rivillä {earlier} on tämä puhelin: sama henkilö voi olla tiedostossa kahdesti.',
  'csv.scientific-notation':
    'Taulukkolaskenta on muuttanut tämän numeron muotoon, joka on kuin 1.23E+10. Muotoile sarake tekstiksi ja vie uudelleen.',

  'import.superseded': 'Sama henkilö on uudelleen rivillä {by}; se rivi on voimassa.',
  'import.exists': 'Tämä asiakas on jo olemassa, eikä tuonti korvaa mitään.',
  'import.suppressed': 'Tämä henkilö on pyytänyt tietojensa poistoa ja jätetään pois.',
  'import.identity-taken': 'Tämä sähköposti tai puhelin on jo toisella asiakkaalla.',
  'import.several-matches': 'Rivi sopii usealle asiakkaalle: {ids}.',
  'import.id-missing': 'Rivillä ei ole tunnusta, ja tuonti etenee tunnusten mukaan.',
  'import.id-unknown': 'Tällä tunnuksella ei ole asiakasta.',
  'import.too-many-refused': 'Tuonti on pysähtynyt, koska hylättyjä rivejä on enemmän kuin {limit}.',
  'import.not-reached': 'Tuonti pysähtyi, ennen kuin tämä rivi kirjoitettiin.',
  'import.repeats-earlier-row': 'Sama henkilö oli rivillä {earlier}; tämä rivi on voimassa.',
  'import.consent-without-source': 'Suostumus jätettiin pois, koska ei ole ilmoitettu, missä se annettiin.',
  'import.consent-without-contact': 'Suostumus jätettiin pois, koska sille ei ole osoitetta tai numeroa.',
  'import.consent-kept': 'Asiakas on aiemmin kieltäytynyt; tiedosto ei muuta sitä.',
  'import.consent-withdrawn': 'Asiakas ei enää ole tilaaja, kuten tiedosto sanoo.',

  'segment.unexpected':
    'Tämä on tässä odottamatonta[: ”{found}”].[ Tarkoititko: {nearest}?][ Tässä voi olla: {expected}.]',
  'segment.unknown-attribute':
    'Suodatinta ”{found}” ei ole.[ Tarkoititko: {nearest}?][ Tässä voi olla: {expected}.]',
  'segment.unknown-value':
    'Arvoa ”{found}” ei tässä ole.[ Tarkoititko: {nearest}?][ Esimerkiksi: {expected}.]',
  'segment.operator-not-allowed':
    'Tätä suodatinta ei voi käyttää näin: ”{found}”. Sallittuja ovat: {expected}.',
  'segment.bad-date':
    '”{found}” ei ole olemassa oleva päivämäärä.[ Päivämäärät kirjoitetaan näin: {expected}.]',
  'segment.history-needed': 'Tämä haku kysyy sellaista, mitä täällä ei tiedetä: {readers}.',
  'segment.too-long': 'Haku on liian pitkä; merkkejä saa olla enintään {limit}.',
  'segment.too-deep': 'Haussa on liikaa sulkeita sulkeiden sisällä; niitä saa olla enintään {limit}.',
  'segment.too-large': 'Haussa on liikaa ehtoja tai arvoja; niitä saa olla enintään {limit}.',
  'segment.cycle': 'Segmentti ”{found}” johtaa takaisin itseensä.',
  'segment.not-mapped': 'Tietokannassa ei ole saraketta tälle: ”{name}”.',
  'segment.unsupported': 'Tietokannalta ei voi kysyä tätä tästä: ”{name}”.',
  'segment.bad-name': 'Taulun tai sarakkeen nimeä ei voi käyttää: ”{name}”.',
  'segment.assumed-date': 'Lainausmerkeissä oleva päivämäärä luettiin päivämääränä.',
  'segment.assumed-value': '”{found}” luettiin näin: {read}.',
  'segment.assumed-type': 'Metakenttä luettiin näin: {read}.',
}
