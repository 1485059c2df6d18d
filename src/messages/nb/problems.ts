import type { Messages } from '../messages.js'
import { nbAccessProblems } from './access-problems.js'
import { nbDiscountProblems } from './discount-problems.js'
import { nbEmailProblems } from './email-problems.js'
import { nbPaymentProblems } from './payment-problems.js'
import { nbMilitaryProblems } from './military-problems.js'

/** What each problem says in Norwegian, a row a code, by room. */
export const nbProblems: Messages['problems'] = {
  'shape.wrong-type': 'Dette må være av typen {expected}.',
  'shape.unknown-field': {
    by: 'count',
    one: 'Her er det et ukjent felt.',
    other: 'Her er det {count} ukjente felt.',
  },
  'shape.too-long': 'Dette er lengre enn {limit}.',
  'shape.invalid-value': 'Denne verdien er ikke tillatt her.[ Tillatt: {allowed}.]',

  'text.too-long': 'Dette har {length} tegn; høyst {limit} er tillatt.',
  'text.not-storable': 'Her er det tegn som ikke kan lagres.',

  'email.invalid': 'Dette er ikke en e-postadresse.',
  'email.too-long': 'E-postadressen er for lang; høyst {limit} tegn er tillatt.',
  'email.dangerous-character': 'E-postadressen har et usynlig tegn. Skriv den på nytt.',
  'email.blanks-removed': 'Mellomrom i e-postadressen ble fjernet.',
  'phone.invalid': 'Dette er ikke et telefonnummer som kan finnes.',
  'phone.too-long': 'Telefonnummeret er for langt; høyst {limit} tegn er tillatt.',
  'phone.country-needed': 'Dette telefonnummeret trenger et land: skriv det med + og landskoden.',
  'phone.extension-dropped': 'Internnummeret ble utelatt: et telefonnummer lagres uten.',
  'phone.not-checked': 'Skriv telefonnummeret med + og landskoden; nasjonale numre kan ikke leses her.',
  'consent.contact-missing': 'Ingen kan abonnere på en kanal uten en adresse eller et nummer til den.',

  'address.required': 'Uten denne delen av adressen kan ingenting leveres.',
  'address.country-invalid': 'Dette er ikke koden på to bokstaver for et land.',
  'address.country-unknown': 'Det finnes ikke noe land med denne koden.',
  'address.zip-invalid': 'Dette er ikke et postnummer i landet.',
  'address.province-required': 'En adresse i dette landet trenger delstat eller provins.',
  'address.province-invalid': 'Landet har ingen slik delstat eller provins.',
  'address.html-tag': 'En adresse inneholder ikke HTML. Ta bort taggen.',
  'address.emoji': 'En adresse inneholder ikke emoji; ingen etikett kan vise dem.',
  'address.url': 'En nettadresse hører ikke hjemme her.',
  'address.tax-id-invalid': 'Dette er ikke et skattenummer i landet; et siffer kan være feil.',
  'address.duplicate': 'Denne adressen står i adresseboken allerede.',
  'address.unknown': 'Det finnes ingen adresse {id} i adresseboken.',
  'address.id-repeated': 'Det finnes en adresse {id} i adresseboken allerede.',
  ...nbMilitaryProblems,
  ...nbEmailProblems,
  ...nbAccessProblems,
  ...nbPaymentProblems,
  ...nbDiscountProblems,

  'customer.nobody': 'Fornavn, etternavn, e-post eller telefon må være der.',
  'customer.too-many-tags': {
    by: 'limit',
    one: 'Høyst {limit} tagg er tillatt, ikke {length}.',
    other: 'Høyst {limit} tagger er tillatt, ikke {length}.',
  },
  'customer.tag-invalid': 'En tagg er ikke tom, har ikke komma, og ikke mellomrom først eller sist.',
  'customer.tag-repeated': 'Denne taggen er der allerede; store og små bokstaver teller ikke.',
  'customer.default-missing': 'Standarden må være en av adressene som er der.',
  'customer.id-repeated': 'To adresser har samme id.',
  'customer.price-level': 'Prisnivået er et helt tall fra {least} til {most}.',
  'customer.locale-unknown': 'Dette er ikke koden for et språk.',
  'customer.guest-with-login': 'En gjest har ingen innlogging; bare en konto kan inviteres eller slås på.',
  'customer.metafield-invalid': 'Et metafelt trenger en nøkkel av formen namespace.key og en ren JSON-verdi.',
  'customer.name-look-alike':
    'Dette navnet blander alfabeter eller har tegn som ingen ser: det er kanskje ikke navnet det ser ut som.',

  'activity.value-ignored': 'Det som ble oppgitt her, kan ikke leses og ble derfor utelatt.',
  'activity.possible-duplicate': 'Dette kan være samme person som {customers}.',
  'activity.contact-taken': 'Profilen {id} har dette allerede, så det ble utelatt.',
  'activity.account-held-back':
    'Kontoen ble ikke knyttet til profilen med samme e-post, {customers}: det trengs bevis for at postkassen er deres.',
  'activity.nobody-found': 'Det finnes ingen profil som denne bestillingen kan høre til.',

  'edit.not-allowed': 'Dette kan ikke endres herfra; det kan bare butikken.',
  'edit.consent-apart':
    'Samtykke endres ikke sammen med andre felt, men for seg: det har tid, nivå og kilde.',
  'edit.address-blank': 'Ingenting er igjen av denne adressen. Fjern den i stedet.',
  'edit.consent-of-old-contact':
    'Samtykket ble gitt for den gamle kontakten. Be om det på nytt, eller trekk det tilbake.',
  'edit.deleted': 'Profilen er slettet.',
  'edit.redacted': 'Personopplysningene i denne profilen er fjernet.',
  'edit.merge-in-progress': 'Denne profilen slås fortsatt sammen. Vent til det er gjort.',
  'edit.conflict': 'Noen andre har endret dette i mellomtiden. Se på begge verdiene og velg.',
  'consent.transition-not-allowed': 'Samtykke kan ikke gå fra «{from}» til «{to}».',
  'consent.level-missing': 'Et samtykke må si hvor tydelig det ble gitt.',
  'consent.level-not-allowed': 'Et samtykke på dette nivået kan ikke være «{state}».',
  'consent.in-future': 'Dette har ikke skjedd ennå.',
  'consent.outdated': 'Kunden har svart på nytt siden da, så dette teller ikke.',
  'capability.field-not-stored': 'Butikken har ikke noe sted å lagre dette ({field}).',

  'bulk.page-too-large': {
    by: 'limit',
    one: 'En side har høyst {limit} kunde, ikke {length}.',
    other: 'En side har høyst {limit} kunder, ikke {length}.',
  },
  'bulk.address-added': 'En adresse legges til hos én kunde om gangen.',
  'bulk.no-longer-selected': 'Profilen er endret i mellomtiden og hører ikke lenger til de som ble valgt.',
  'bulk.cursor-invalid': 'Dette er ikke et sted i listen over kunder.',

  'comment.blank': 'En kommentar kan ikke være tom.',
  'comment.not-staff': 'Bare ansatte skriver på tidslinjen.',
  'comment.not-author': 'Bare den som har skrevet kommentaren {id}, kan trekke den tilbake.',
  'comment.unknown': 'Det finnes ingen kommentar {id}.',
  'capability.no-timeline': 'Denne butikken fører ingen tidslinjer som kan leses.',

  'capability.fallback':
    'Lageret kan ikke svare på dette selv ({method}), så alle kunder ble lest: det er langsomt.',
  'capability.no-segments': 'Denne butikken lagrer ingen segmenter.',
  'capability.no-memberships': 'Denne butikken lagrer ikke hvem som er i et segment.',
  'find.cursor-invalid': 'Dette er ikke et sted i denne listen over kunder.',
  'find.page-too-large': {
    by: 'limit',
    one: 'En side har høyst {limit} kunde.',
    other: 'En side har høyst {limit} kunder.',
  },
  'segments.name-taken': 'Et annet segment har dette navnet.',
  'segments.name-blank': 'Et segment trenger et navn.',
  'segments.unknown': 'Det finnes ikke noe segment {id}.',

  'load.unknown': 'Det finnes ingen kunde {id}.',
  'load.deleted': 'Kunden {id} er slettet.',
  'load.merged': 'Kunden {id} er slått sammen med {into}.',

  'commit.key-reused': 'Denne nøkkelen er brukt til en annen forespørsel.',
  'commit.not-confirmed': 'Dette kan ikke angres og må bekreftes først.',
  'commit.stale': '{id} er endret i mellomtiden. Se på nytt og gjenta.',
  'commit.fact-changed': 'Det butikken vet om kunden {id}, er endret i mellomtiden ({fact}).',
  'commit.identity-taken': 'En annen kunde har denne e-posten eller telefonen allerede.',
  'commit.outcome-unknown':
    'Lageret svarte ikke; det er ikke kjent om dette ble gjort. Spør igjen med nøkkelen {key}.',

  'distinct.too-few': 'Det trengs to profiler for å si at de er forskjellige personer.',
  'distinct.same-customer': 'Kunden {id} er nevnt to ganger.',

  'merge.subscription-history': 'Det finnes eller fantes et abonnement.',
  'merge.company-contact': 'Kunden hører til et firma eller har bestilt for et.',
  'merge.vaulted-card': 'Et betalingskort er lagret i hvelvet.',
  'merge.store-credit': 'Det finnes en konto med butikkreditt.',
  'merge.multipass': 'Innlogging med Multipass er slått på.',
  'merge.deleted': 'Profilen er slettet.',
  'merge.redacted': 'Personopplysningene er fjernet, eller blir det snart.',
  'merge.in-progress': 'Denne profilen slås fortsatt sammen.',
  'merge.data-request': 'En forespørsel om personopplysningene er under behandling.',
  'merge.unknown-fact': 'Butikken vet ikke om noe hindrer dette: «{fact}» er ukjent.',
  'merge.too-few-records': 'En sammenslåing trenger minst to profiler.',
  'merge.same-customer': 'En profil kan ikke slås sammen med seg selv.',
  'merge.unknown-record': 'Valget nevner en profil som ikke er med i sammenslåingen.',
  'merge.unknown-field': {
    by: 'count',
    one: 'Her er det et felt som ikke kan velges i en sammenslåing.',
    other: 'Her er det {count} felt som ikke kan velges i en sammenslåing.',
  },
  'merge.kept-value-missing': 'Profilen som ble valgt for dette feltet, har ingen verdi å beholde.',
  'merge.survivor-not-free': 'Profilen som e-posten beholdes fra, er den som blir; en annen kan ikke velges.',
  'merge.note-too-long':
    'Det sammensatte notatet har {length} tegn; høyst {limit} er tillatt. Velg et kortere.',
  'merge.too-many-tags': {
    by: 'limit',
    one: 'Det kan bli høyst {limit} tagg, ikke {length}. Velg færre.',
    other: 'Det kan bli høyst {limit} tagger, ikke {length}. Velg færre.',
  },
  'merge.consent-widened':
    'Den sammenslåtte profilen abonnerer, selv om en av dem hadde sagt nei eller en annen kontakt var ment.',
  'merge.mixed-currencies': 'De brukte beløpene er i ulike valutaer og kan ikke legges sammen.',

  'deletion.pending-redaction':
    'Fjerning av personopplysningene venter. Avbryt den, eller vent til den er gjort.',
  'deletion.scheduled-gift-card':
    'Et gavekort er planlagt for denne kunden. Lever det eller avbestill det først.',
  'deletion.subscription-history':
    'Det finnes eller fantes et abonnement. Personopplysningene kan fjernes i stedet.',
  'deletion.active-subscription': 'Det finnes et aktivt abonnement. Avslutt det først.',
  'deletion.order-history': 'Det finnes bestillinger. Personopplysningene kan fjernes i stedet.',
  'deletion.deleted': 'Profilen er slettet allerede.',
  'deletion.merge-in-progress': 'Denne profilen slås fortsatt sammen. Vent til det er gjort.',
  'deletion.unknown-fact': 'Butikken vet ikke om noe hindrer dette: «{fact}» er ukjent.',

  'privacy.deleted': 'Profilen er slettet, og personopplysningene med den.',
  'privacy.already-redacted': 'Personopplysningene er fjernet allerede.',
  'privacy.already-requested': 'Det er bedt om fjerning av personopplysningene allerede.',
  'privacy.not-pending': 'Ingen fjerning venter som kan avbrytes.',
  'privacy.not-requester': 'Bare den som ba om fjerningen, kan avbryte den.',
  'privacy.erasure-begun': 'Fjerningen er begynt og kan ikke lenger avbrytes.',
  'privacy.not-requested': 'Det må først bes om fjerning av personopplysningene.',
  'privacy.merge-in-progress': 'Denne profilen slås fortsatt sammen. Vent til det er gjort.',
  'privacy.relation-outstanding':
    'Personopplysningene fjernes fortsatt andre steder i butikken. Gjenta dette når det er gjort.',
  'privacy.retention': {
    by: 'days',
    one: 'Personopplysningene beholdes i {days} dag etter siste bestilling, til {until}.',
    other: 'Personopplysningene beholdes i {days} dager etter siste bestilling, til {until}.',
  },
  'privacy.last-order-unknown': {
    by: 'days',
    one: 'Personopplysningene beholdes i {days} dag etter siste bestilling, og butikken vet ikke når den var.',
    other:
      'Personopplysningene beholdes i {days} dager etter siste bestilling, og butikken vet ikke når den var.',
  },
  'privacy.data-already-requested': 'Det er bedt om innsyn i personopplysningene allerede.',
  'privacy.data-not-requested': 'Ingen har bedt om innsyn i personopplysningene.',
  'privacy.data-request-pending':
    'Det er bedt om innsyn i personopplysningene, og de er ikke utlevert; etterpå er det ingenting igjen av dem.',
  'privacy.unknown-fact': 'Butikken vet ikke om noe hindrer dette: «{fact}» er ukjent.',

  'csv.not-utf-8': 'Filen er ikke tekst i UTF-8[, men {encoding}]. Lagre den som CSV UTF-8 og prøv igjen.',
  'csv.empty': 'Filen er tom.',
  'csv.header-unknown':
    'Den første raden har ingen av kolonnene i en kundefil; store og små bokstaver teller.',
  'csv.header-too-long': 'Den første raden er for lang til å være navn på kolonner.',
  'csv.column-missing': 'Kolonnen {column} mangler.',
  'csv.column-repeated': 'Kolonnen {column} er der to ganger.',
  'csv.columns-unknown': 'Disse kolonnene er ikke kjent og ble ikke lest: {columns}.',
  'csv.blank-row': 'Alle cellene i raden er tomme.',
  'csv.too-few-columns': 'Celler i raden: {found}, i overskriften: {expected}.',
  'csv.too-many-columns':
    'Celler i raden: {found}, i overskriften: {expected}; en celle med komma må stå i anførselstegn.',
  'csv.row-too-long': 'Raden er lengre enn {limit} tegn; kanskje mangler et anførselstegn.',
  'csv.stray-quote':
    'Det står et anførselstegn inne i en celle. Sett cellen i anførselstegn og skriv tegnet dobbelt.',
  'csv.unclosed-quote': 'Et anførselstegn åpnes og lukkes aldri.',
  'csv.not-yes-or-no': 'Dette må være yes eller no.',
  'csv.value-unknown': 'Dette er ingen av ordene som er kjent her: {expected}.',
  'csv.not-a-whole-number': 'Dette må være et helt tall.',
  'csv.email-missing': 'E-posten mangler; i slike filer trenger hver rad en.',
  'csv.code-missing': 'Navnet ble ikke lest, fordi kolonnen med koden er tom.',
  'csv.same-email': 'Rad {earlier} har også denne e-posten: samme person står i filen to ganger.',
  'csv.same-phone': 'Rad {earlier} har også denne telefonen: samme person står kanskje i filen to ganger.',
  'csv.scientific-notation':
    'Et regneark har gjort dette tallet om til noe som 1.23E+10. Formater kolonnen som tekst og eksporter på nytt.',

  'import.superseded': 'Samme person står i rad {by} igjen; den raden gjelder.',
  'import.exists': 'Denne kunden finnes allerede, og importen overskriver ikke.',
  'import.suppressed': 'Denne personen har bedt om at opplysningene fjernes, og holdes utenfor.',
  'import.identity-taken': 'En annen kunde har denne e-posten eller telefonen allerede.',
  'import.several-matches': 'Raden passer til flere kunder: {ids}.',
  'import.id-missing': 'Raden har ingen id, og importen går etter id.',
  'import.id-unknown': 'Det finnes ingen kunde med denne id-en.',
  'import.too-many-refused': {
    by: 'limit',
    one: 'Importen stoppet, fordi mer enn {limit} rad ble avvist.',
    other: 'Importen stoppet, fordi mer enn {limit} rader ble avvist.',
  },
  'import.not-reached': 'Importen stoppet før denne raden var skrevet.',
  'import.repeats-earlier-row': 'Samme person sto i rad {earlier}; denne raden gjelder.',
  'import.consent-without-source': 'Samtykket ble utelatt, fordi det ikke er oppgitt hvor det ble gitt.',
  'import.consent-without-contact':
    'Samtykket ble utelatt, fordi det ikke finnes en adresse eller et nummer for det.',
  'import.consent-kept': 'Kunden har sagt nei før; filen endrer ikke det.',
  'import.consent-withdrawn': 'Kunden abonnerer ikke lenger, slik filen sier.',

  'segment.unexpected': 'Dette er uventet her[: «{found}»].[ Mente du {nearest}?][ Mulig her: {expected}.]',
  'segment.unknown-attribute':
    'Det finnes ikke noe filter «{found}».[ Mente du {nearest}?][ Mulig her: {expected}.]',
  'segment.unknown-value':
    'Det finnes ingen verdi «{found}» her.[ Mente du {nearest}?][ For eksempel: {expected}.]',
  'segment.operator-not-allowed': 'Dette filteret kan ikke brukes med «{found}», men med {expected}.',
  'segment.bad-date': '«{found}» er ikke en dato som finnes.[ Datoer skrives slik: {expected}.]',
  'segment.history-needed': 'Dette søket spør om noe som ikke kan sies her: {readers}.',
  'segment.too-long': 'Søket er for langt; høyst {limit} tegn er tillatt.',
  'segment.too-deep': 'Søket har for mange parenteser i parenteser; høyst {limit} er tillatt.',
  'segment.too-large': 'Søket har for mange vilkår eller verdier; høyst {limit} er tillatt.',
  'segment.cycle': 'Segmentet «{found}» fører tilbake til seg selv.',
  'segment.not-mapped': 'Databasen har ingen kolonne for «{name}».',
  'segment.unsupported': 'Databasen kan ikke spørres om dette for «{name}».',
  'segment.bad-name': 'En tabell eller kolonne for «{name}» har et navn som ikke kan brukes.',
  'segment.assumed-date': 'Datoen i anførselstegn ble lest som en dato.',
  'segment.assumed-value': '«{found}» ble lest som {read}.',
  'segment.assumed-type': 'Metafeltet ble lest som {read}.',
}
