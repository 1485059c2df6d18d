import type { Messages } from '../messages.js'
import { nlAccessProblems } from './access-problems.js'
import { nlDiscountProblems } from './discount-problems.js'
import { nlEmailProblems } from './email-problems.js'
import { nlPaymentProblems } from './payment-problems.js'
import { nlMilitaryProblems } from './military-problems.js'

/** What each problem says in Dutch, a row a code, by room. */
export const nlProblems: Messages['problems'] = {
  'shape.wrong-type': 'Dit moet van het type {expected} zijn.',
  'shape.unknown-field': {
    by: 'count',
    one: 'Hier staat een onbekend veld.',
    other: 'Hier staan {count} onbekende velden.',
  },
  'shape.too-long': 'Dit is langer dan {limit}.',
  'shape.invalid-value': 'Deze waarde is hier niet toegestaan.[ Toegestaan: {allowed}.]',

  'text.too-long': {
    by: 'limit',
    one: 'Er is hoogstens {limit} teken toegestaan, geen {length}.',
    other: 'Er zijn hoogstens {limit} tekens toegestaan, geen {length}.',
  },
  'text.not-storable': 'Hier staan tekens in die niet kunnen worden opgeslagen.',

  'email.invalid': 'Dit is geen e-mailadres.',
  'email.too-long': {
    by: 'limit',
    one: 'Het e-mailadres is te lang; er is hoogstens {limit} teken toegestaan.',
    other: 'Het e-mailadres is te lang; er zijn hoogstens {limit} tekens toegestaan.',
  },
  'email.dangerous-character': 'Het e-mailadres bevat een onzichtbaar teken. Typ het opnieuw.',
  'email.blanks-removed': 'Spaties in het e-mailadres zijn verwijderd.',
  'phone.invalid': 'Dit is geen telefoonnummer dat kan bestaan.',
  'phone.too-long': {
    by: 'limit',
    one: 'Het telefoonnummer is te lang; er is hoogstens {limit} teken toegestaan.',
    other: 'Het telefoonnummer is te lang; er zijn hoogstens {limit} tekens toegestaan.',
  },
  'phone.country-needed': 'Dit telefoonnummer heeft een land nodig: schrijf het met + en het landnummer.',
  'phone.extension-dropped': 'Het toestelnummer is weggelaten: een telefoonnummer wordt zonder bewaard.',
  'phone.not-checked':
    'Schrijf het telefoonnummer met + en het landnummer; nationale nummers kunnen hier niet worden gelezen.',
  'consent.contact-missing': 'Niemand kan op een kanaal geabonneerd zijn zonder adres of nummer daarvoor.',

  'address.required': 'Zonder dit deel van het adres kan niets worden bezorgd.',
  'address.country-invalid': 'Dit is niet de code van twee letters van een land.',
  'address.country-unknown': 'Er is geen land met deze code.',
  'address.zip-invalid': 'Dit is geen postcode van het land.',
  'address.province-required': 'Een adres in dit land heeft een staat of provincie nodig.',
  'address.province-invalid': 'Het land heeft geen staat of provincie met die naam.',
  'address.html-tag': 'In een adres hoort geen HTML. Verwijder de tag.',
  'address.emoji': 'In een adres horen geen emoji; op geen etiket zijn ze te zien.',
  'address.url': 'Een webadres hoort hier niet.',
  'address.tax-id-invalid':
    'Dit is geen btw- of belastingnummer van het land; misschien klopt een cijfer niet.',
  'address.duplicate': 'Dit adres staat al in het adresboek.',
  'address.unknown': 'Er is geen adres {id} in het adresboek.',
  'address.id-repeated': 'Er is al een adres {id} in het adresboek.',
  ...nlMilitaryProblems,
  ...nlEmailProblems,
  ...nlAccessProblems,
  ...nlPaymentProblems,
  ...nlDiscountProblems,

  'customer.nobody': 'Een voornaam, achternaam, e-mailadres of telefoonnummer is nodig.',
  'customer.too-many-tags': {
    by: 'limit',
    one: 'Er is hoogstens {limit} tag toegestaan, geen {length}.',
    other: 'Er zijn hoogstens {limit} tags toegestaan, geen {length}.',
  },
  'customer.tag-invalid':
    'Een tag is niet leeg, bevat geen komma en heeft geen spaties aan het begin of einde.',
  'customer.tag-repeated': 'Deze tag is er al; hoofdletters tellen niet mee.',
  'customer.default-missing': 'De standaard moet een van de adressen zijn die er zijn.',
  'customer.id-repeated': 'Twee adressen hebben dezelfde id.',
  'customer.price-level': 'Het prijsniveau is een geheel getal van {least} tot en met {most}.',
  'customer.locale-unknown': 'Dit is niet de code van een taal.',
  'customer.guest-with-login':
    'Een gast heeft geen login; alleen een account kan worden uitgenodigd of ingeschakeld.',
  'customer.metafield-invalid':
    'Een metaveld heeft een sleutel van de vorm namespace.key en een gewone JSON-waarde nodig.',
  'customer.name-look-alike':
    'Deze naam mengt alfabetten of bevat tekens die niemand ziet: het is misschien niet de naam die het lijkt.',

  'activity.value-ignored': 'Wat hier is opgegeven, kan niet worden gelezen en is daarom weggelaten.',
  'activity.possible-duplicate': 'Dit kan dezelfde persoon zijn als {customers}.',
  'activity.contact-taken': 'Het profiel {id} heeft dit al; daarom is het weggelaten.',
  'activity.account-held-back':
    'Het account is niet gekoppeld aan het profiel met hetzelfde e-mailadres, {customers}: daarvoor is bewijs nodig dat de mailbox van hen is.',
  'activity.nobody-found': 'Er is geen profiel waar deze bestelling bij kan horen.',

  'edit.not-allowed': 'Dit kan hier niet worden gewijzigd; dat kan alleen de winkel.',
  'edit.consent-apart':
    'Toestemming wordt niet samen met andere velden gewijzigd, maar apart: ze heeft een tijd, een niveau en een bron.',
  'edit.address-blank': 'Van dit adres blijft niets over. Verwijder het in plaats daarvan.',
  'edit.consent-of-old-contact':
    'De toestemming is gegeven voor het oude contactgegeven. Vraag er opnieuw om, of trek haar in.',
  'edit.deleted': 'Het profiel is verwijderd.',
  'edit.redacted': 'De persoonsgegevens van dit profiel zijn gewist.',
  'edit.merge-in-progress': 'Dit profiel wordt nog samengevoegd. Wacht tot dat klaar is.',
  'edit.conflict': 'Iemand anders heeft dit intussen gewijzigd. Bekijk beide waarden en kies.',
  'consent.transition-not-allowed': 'Toestemming kan niet van “{from}” naar “{to}” gaan.',
  'consent.level-missing': 'Bij een toestemming hoort hoe duidelijk ze is gegeven.',
  'consent.level-not-allowed': 'Een toestemming op dit niveau kan niet “{state}” zijn.',
  'consent.in-future': 'Dit is nog niet gebeurd.',
  'consent.outdated': 'De klant heeft sindsdien opnieuw geantwoord; daarom telt dit niet.',
  'capability.field-not-stored': 'De winkel heeft geen plek om dit te bewaren ({field}).',

  'bulk.page-too-large': {
    by: 'limit',
    one: 'Een pagina bevat hoogstens {limit} klant, geen {length}.',
    other: 'Een pagina bevat hoogstens {limit} klanten, geen {length}.',
  },
  'bulk.address-added': 'Een adres wordt aan één klant tegelijk toegevoegd.',
  'bulk.no-longer-selected':
    'Het profiel is intussen gewijzigd en hoort niet meer bij degenen die zijn geselecteerd.',
  'bulk.cursor-invalid': 'Dit is geen plaats in de lijst met klanten.',

  'comment.blank': 'Een opmerking mag niet leeg zijn.',
  'comment.not-staff': 'Alleen medewerkers schrijven op de tijdlijn.',
  'comment.not-author': 'Alleen wie opmerking {id} heeft geschreven, kan haar intrekken.',
  'comment.unknown': 'Er is geen opmerking {id}.',
  'capability.no-timeline': 'Deze winkel houdt geen tijdlijnen bij die kunnen worden gelezen.',

  'capability.fallback':
    'De opslag kan dit niet zelf beantwoorden ({method}); daarom zijn alle klanten gelezen, en dat is traag.',
  'capability.no-segments': 'Deze winkel bewaart geen opgeslagen segmenten.',
  'capability.no-memberships': 'Deze winkel bewaart niet wie er in een segment zit.',
  'find.cursor-invalid': 'Dit is geen plaats in deze lijst met klanten.',
  'find.page-too-large': {
    by: 'limit',
    one: 'Een pagina bevat hoogstens {limit} klant.',
    other: 'Een pagina bevat hoogstens {limit} klanten.',
  },
  'segments.name-taken': 'Een ander segment heeft deze naam al.',
  'segments.name-blank': 'Een segment heeft een naam nodig.',
  'segments.unknown': 'Er is geen segment {id}.',

  'load.unknown': 'Er is geen klant {id}.',
  'load.deleted': 'Klant {id} is verwijderd.',
  'load.merged': 'Klant {id} is samengevoegd met {into}.',

  'commit.key-reused': 'Deze sleutel is voor een ander verzoek gebruikt.',
  'commit.not-confirmed': 'Dit kan niet ongedaan worden gemaakt en moet eerst worden bevestigd.',
  'commit.stale': '{id} is intussen gewijzigd. Kijk opnieuw en herhaal.',
  'commit.fact-changed': 'Wat de winkel van klant {id} weet, is intussen gewijzigd ({fact}).',
  'commit.identity-taken': 'Een andere klant heeft dit e-mailadres of telefoonnummer al.',
  'commit.outcome-unknown':
    'De opslag gaf geen antwoord; het is niet bekend of dit is gedaan. Vraag het opnieuw met de sleutel {key}.',

  'distinct.too-few': 'Er zijn twee profielen nodig om te zeggen dat het verschillende mensen zijn.',
  'distinct.same-customer': 'Klant {id} is twee keer genoemd.',

  'merge.subscription-history': 'Er is of was een abonnement.',
  'merge.company-contact': 'De klant hoort bij een bedrijf, of heeft ervoor besteld.',
  'merge.vaulted-card': 'Er is een creditcard in de kluis opgeslagen.',
  'merge.store-credit': 'Er is een account met winkeltegoed.',
  'merge.multipass': 'Inloggen met Multipass is ingeschakeld.',
  'merge.deleted': 'Het profiel is verwijderd.',
  'merge.redacted': 'De persoonsgegevens zijn gewist, of worden dat binnenkort.',
  'merge.in-progress': 'Dit profiel wordt nog samengevoegd.',
  'merge.data-request': 'Een verzoek om de persoonsgegevens is in behandeling.',
  'merge.unknown-fact': 'De winkel weet niet of iets dit tegenhoudt: “{fact}” is onbekend.',
  'merge.too-few-records': 'Voor een samenvoeging zijn minstens twee profielen nodig.',
  'merge.same-customer': 'Een profiel kan niet met zichzelf worden samengevoegd.',
  'merge.unknown-record': 'De keuze noemt een profiel dat niet bij de samenvoeging hoort.',
  'merge.unknown-field': {
    by: 'count',
    one: 'Hier staat een veld dat bij een samenvoeging niet kan worden gekozen.',
    other: 'Hier staan {count} velden die bij een samenvoeging niet kunnen worden gekozen.',
  },
  'merge.kept-value-missing': 'Het profiel dat voor dit veld is gekozen, heeft geen waarde om te bewaren.',
  'merge.survivor-not-free':
    'Het profiel waarvan het e-mailadres wordt bewaard, is het profiel dat blijft; een ander kan niet worden gekozen.',
  'merge.note-too-long': {
    by: 'limit',
    one: 'De samengevoegde notitie mag hoogstens {limit} teken hebben, geen {length}. Kies een kortere.',
    other: 'De samengevoegde notitie mag hoogstens {limit} tekens hebben, geen {length}. Kies een kortere.',
  },
  'merge.too-many-tags': {
    by: 'limit',
    one: 'Er mag daarna hoogstens {limit} tag zijn, geen {length}. Kies er minder.',
    other: 'Er mogen daarna hoogstens {limit} tags zijn, geen {length}. Kies er minder.',
  },
  'merge.consent-widened':
    'Het samengevoegde profiel is geabonneerd, hoewel een van beide nee had gezegd of een ander contactgegeven was bedoeld.',
  'merge.mixed-currencies':
    'De bestede bedragen zijn in verschillende valuta en kunnen niet worden opgeteld.',

  'deletion.pending-redaction':
    'Het wissen van de persoonsgegevens staat klaar. Annuleer het, of wacht tot het is gedaan.',
  'deletion.scheduled-gift-card':
    'Er is een cadeaubon voor deze klant ingepland. Bezorg of annuleer die eerst.',
  'deletion.subscription-history':
    'Er is of was een abonnement. In plaats daarvan kunnen de persoonsgegevens worden gewist.',
  'deletion.active-subscription': 'Er loopt een abonnement. Beëindig dat eerst.',
  'deletion.order-history':
    'Er zijn bestellingen. In plaats daarvan kunnen de persoonsgegevens worden gewist.',
  'deletion.deleted': 'Het profiel is al verwijderd.',
  'deletion.merge-in-progress': 'Dit profiel wordt nog samengevoegd. Wacht tot dat klaar is.',
  'deletion.unknown-fact': 'De winkel weet niet of iets dit tegenhoudt: “{fact}” is onbekend.',

  'privacy.deleted': 'Het profiel is verwijderd, en de persoonsgegevens ook.',
  'privacy.already-redacted': 'De persoonsgegevens zijn al gewist.',
  'privacy.already-requested': 'Er is al gevraagd om de persoonsgegevens te wissen.',
  'privacy.not-pending': 'Er staat geen wissing klaar die kan worden geannuleerd.',
  'privacy.not-requester': 'Alleen wie om het wissen heeft gevraagd, kan het annuleren.',
  'privacy.erasure-begun': 'Het wissen is begonnen en kan niet meer worden geannuleerd.',
  'privacy.not-requested': 'Er moet eerst om het wissen van de persoonsgegevens worden gevraagd.',
  'privacy.merge-in-progress': 'Dit profiel wordt nog samengevoegd. Wacht tot dat klaar is.',
  'privacy.relation-outstanding':
    'De persoonsgegevens worden elders in de winkel nog gewist. Herhaal dit als dat klaar is.',
  'privacy.retention': {
    by: 'days',
    one: 'De persoonsgegevens worden tot {days} dag na de laatste bestelling bewaard, tot {until}.',
    other: 'De persoonsgegevens worden tot {days} dagen na de laatste bestelling bewaard, tot {until}.',
  },
  'privacy.last-order-unknown': {
    by: 'days',
    one: 'De persoonsgegevens worden tot {days} dag na de laatste bestelling bewaard, en de winkel weet niet wanneer die was.',
    other:
      'De persoonsgegevens worden tot {days} dagen na de laatste bestelling bewaard, en de winkel weet niet wanneer die was.',
  },
  'privacy.data-already-requested': 'De persoonsgegevens zijn al opgevraagd.',
  'privacy.data-not-requested': 'Niemand heeft de persoonsgegevens opgevraagd.',
  'privacy.data-request-pending':
    'De persoonsgegevens zijn opgevraagd en nog niet overhandigd; daarna is er niets meer van over.',
  'privacy.unknown-fact': 'De winkel weet niet of iets dit tegenhoudt: “{fact}” is onbekend.',

  'csv.not-utf-8':
    'Het bestand is geen tekst in UTF-8[, maar {encoding}]. Sla het op als CSV UTF-8 en probeer het opnieuw.',
  'csv.empty': 'Het bestand is leeg.',
  'csv.header-unknown':
    'De eerste rij bevat geen enkele kolom van een klantenbestand; hoofdletters en kleine letters tellen.',
  'csv.header-too-long': 'De eerste rij is te lang om namen van kolommen te zijn.',
  'csv.column-missing': 'De kolom {column} ontbreekt.',
  'csv.column-repeated': 'De kolom {column} staat er twee keer.',
  'csv.columns-unknown': 'Deze kolommen zijn niet bekend en zijn niet gelezen: {columns}.',
  'csv.blank-row': 'Alle cellen van de rij zijn leeg.',
  'csv.too-few-columns': 'Cellen in de rij: {found}, in de koptekst: {expected}.',
  'csv.too-many-columns':
    'Cellen in de rij: {found}, in de koptekst: {expected}; een cel met een komma moet tussen aanhalingstekens staan.',
  'csv.row-too-long': {
    by: 'limit',
    one: 'De rij is langer dan {limit} teken; misschien ontbreekt een aanhalingsteken.',
    other: 'De rij is langer dan {limit} tekens; misschien ontbreekt een aanhalingsteken.',
  },
  'csv.stray-quote':
    'Er staat een aanhalingsteken in een cel. Zet de cel tussen aanhalingstekens en verdubbel het teken.',
  'csv.unclosed-quote': 'Een aanhalingsteken wordt geopend en nooit gesloten.',
  'csv.not-yes-or-no': 'Dit moet yes of no zijn.',
  'csv.value-unknown': 'Dit is geen van de woorden die hier bekend zijn: {expected}.',
  'csv.not-a-whole-number': 'Dit moet een geheel getal zijn.',
  'csv.email-missing': 'Het e-mailadres ontbreekt; in zulke bestanden heeft elke rij er een nodig.',
  'csv.code-missing': 'De naam is niet gelezen, omdat de kolom met de code leeg is.',
  'csv.same-email':
    'Rij {earlier} heeft dit e-mailadres ook: dezelfde persoon staat twee keer in het bestand.',
  'csv.same-phone':
    'Rij {earlier} heeft dit telefoonnummer ook: misschien staat dezelfde persoon twee keer in het bestand.',
  'csv.scientific-notation':
    'Een spreadsheet heeft van dit getal iets als 1.23E+10 gemaakt. Maak de kolom op als tekst en exporteer opnieuw.',

  'import.superseded': 'Dezelfde persoon staat nog eens in rij {by}; die rij telt.',
  'import.exists': 'Deze klant is er al, en de import overschrijft niets.',
  'import.suppressed': 'Deze persoon heeft gevraagd zijn gegevens te wissen en blijft eruit.',
  'import.identity-taken': 'Een andere klant heeft dit e-mailadres of telefoonnummer al.',
  'import.several-matches': 'De rij past bij meer dan één klant: {ids}.',
  'import.id-missing': 'De rij heeft geen id, en de import gaat op id.',
  'import.id-unknown': 'Er is geen klant met deze id.',
  'import.too-many-refused': {
    by: 'limit',
    one: 'De import is gestopt, omdat meer dan {limit} rij is geweigerd.',
    other: 'De import is gestopt, omdat meer dan {limit} rijen zijn geweigerd.',
  },
  'import.not-reached': 'De import stopte voordat deze rij was geschreven.',
  'import.repeats-earlier-row': 'Dezelfde persoon stond in rij {earlier}; deze rij telt.',
  'import.consent-without-source': 'De toestemming is weggelaten, omdat niet is vermeld waar ze is gegeven.',
  'import.consent-without-contact': 'De toestemming is weggelaten, omdat er geen adres of nummer voor is.',
  'import.consent-kept': 'De klant heeft eerder nee gezegd; het bestand verandert dat niet.',
  'import.consent-withdrawn': 'De klant is volgens het bestand niet meer geabonneerd.',

  'segment.unexpected':
    'Dit is hier onverwacht[: “{found}”].[ Bedoelde je {nearest}?][ Mogelijk hier: {expected}.]',
  'segment.unknown-attribute':
    'Er is geen filter “{found}”.[ Bedoelde je {nearest}?][ Mogelijk hier: {expected}.]',
  'segment.unknown-value':
    'Er is hier geen waarde “{found}”.[ Bedoelde je {nearest}?][ Bijvoorbeeld: {expected}.]',
  'segment.operator-not-allowed': 'Dit filter kan niet met “{found}” worden gebruikt, maar met {expected}.',
  'segment.bad-date': '“{found}” is geen datum die bestaat.[ Datums worden zo geschreven: {expected}.]',
  'segment.history-needed': 'Deze zoekopdracht vraagt naar wat hier niet bekend is: {readers}.',
  'segment.too-long': {
    by: 'limit',
    one: 'De zoekopdracht is te lang; er is hoogstens {limit} teken toegestaan.',
    other: 'De zoekopdracht is te lang; er zijn hoogstens {limit} tekens toegestaan.',
  },
  'segment.too-deep': {
    by: 'limit',
    one: 'De zoekopdracht heeft te veel haakjes binnen haakjes; er is er hoogstens {limit} toegestaan.',
    other: 'De zoekopdracht heeft te veel haakjes binnen haakjes; er zijn er hoogstens {limit} toegestaan.',
  },
  'segment.too-large': {
    by: 'limit',
    one: 'De zoekopdracht heeft te veel voorwaarden of waarden; er is er hoogstens {limit} toegestaan.',
    other: 'De zoekopdracht heeft te veel voorwaarden of waarden; er zijn er hoogstens {limit} toegestaan.',
  },
  'segment.cycle': 'Het segment “{found}” leidt terug naar zichzelf.',
  'segment.not-mapped': 'De database heeft geen kolom voor “{name}”.',
  'segment.unsupported': 'Dit kan de database over “{name}” niet worden gevraagd.',
  'segment.bad-name': 'Een tabel of kolom voor “{name}” heeft een naam die niet kan worden gebruikt.',
  'segment.assumed-date': 'De datum tussen aanhalingstekens is als datum gelezen.',
  'segment.assumed-value': '“{found}” is gelezen als {read}.',
  'segment.assumed-type': 'Het metaveld is gelezen als {read}.',
}
