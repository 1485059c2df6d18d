import type { Messages } from '../messages.js'
import { plAccessProblems } from './access-problems.js'
import { plDiscountProblems } from './discount-problems.js'
import { plEmailProblems } from './email-problems.js'
import { plPaymentProblems } from './payment-problems.js'
import { plMilitaryProblems } from './military-problems.js'

/** What each problem says in Polish, a row a code, by room. */
export const plProblems: Messages['problems'] = {
  'shape.wrong-type': 'To musi być typu: {expected}.',
  'shape.unknown-field': {
    by: 'count',
    one: 'Jest tu nieznane pole.',
    few: 'Są tu {count} nieznane pola.',
    many: 'Jest tu {count} nieznanych pól.',
    other: 'Jest tu {count} nieznanego pola.',
  },
  'shape.too-long': 'To jest dłuższe niż {limit}.',
  'shape.invalid-value': 'Ta wartość nie jest tu dozwolona.[ Dozwolone: {allowed}.]',

  'text.too-long': 'Liczba znaków: {length}; dozwolona: najwyżej {limit}.',
  'text.not-storable': 'Są tu znaki, których nie da się zapisać.',

  'email.invalid': 'To nie jest adres e-mail.',
  'email.too-long': 'Adres e-mail jest za długi; dozwolona liczba znaków: {limit}.',
  'email.dangerous-character': 'Adres e-mail zawiera niewidoczny znak. Wpisz go od nowa.',
  'email.blanks-removed': 'Usunięto odstępy z adresu e-mail.',
  'phone.invalid': 'Taki numer telefonu nie może istnieć.',
  'phone.too-long': 'Numer telefonu jest za długi; dozwolona liczba znaków: {limit}.',
  'phone.country-needed':
    'Ten numer telefonu wymaga kraju: zapisz go ze znakiem + i numerem kierunkowym kraju.',
  'phone.extension-dropped': 'Pominięto numer wewnętrzny: numer telefonu jest przechowywany bez niego.',
  'phone.not-checked':
    'Zapisz numer telefonu ze znakiem + i numerem kierunkowym kraju; numerów krajowych nic tu nie odczyta.',
  'consent.contact-missing': 'Nie można być subskrybentem kanału, do którego brakuje adresu lub numeru.',

  'address.required': 'Bez tej części adresu niczego nie da się dostarczyć.',
  'address.country-invalid': 'To nie jest dwuliterowy kod kraju.',
  'address.country-unknown': 'Nie ma kraju o tym kodzie.',
  'address.zip-invalid': 'To nie jest kod pocztowy tego kraju.',
  'address.province-required': 'Adres w tym kraju wymaga stanu lub prowincji.',
  'address.province-invalid': 'Ten kraj nie ma takiego stanu ani takiej prowincji.',
  'address.html-tag': 'W adresie nie ma miejsca na HTML. Usuń znacznik.',
  'address.emoji': 'W adresie nie ma miejsca na emoji; żadna etykieta ich nie pokaże.',
  'address.url': 'Adres strony internetowej tu nie pasuje.',
  'address.tax-id-invalid': 'To nie jest numer podatkowy tego kraju; może pomylono cyfrę.',
  'address.duplicate': 'Ten adres jest już w książce adresowej.',
  'address.unknown': 'W książce adresowej nie ma adresu {id}.',
  'address.id-repeated': 'W książce adresowej jest już adres {id}.',
  ...plMilitaryProblems,
  ...plEmailProblems,
  ...plAccessProblems,
  ...plPaymentProblems,
  ...plDiscountProblems,

  'customer.nobody': 'Potrzebne jest imię, nazwisko, e-mail lub telefon.',
  'customer.too-many-tags': 'Liczba tagów: {length}; dozwolona: najwyżej {limit}.',
  'customer.tag-invalid': 'Tag nie jest pusty, nie ma przecinka ani odstępów na początku i na końcu.',
  'customer.tag-repeated': 'Ten tag już jest; wielkość liter się nie liczy.',
  'customer.default-missing': 'Adresem domyślnym musi być jeden z istniejących adresów.',
  'customer.id-repeated': 'Dwa adresy mają ten sam identyfikator.',
  'customer.price-level': 'Poziom cen to liczba całkowita od {least} do {most}.',
  'customer.locale-unknown': 'To nie jest kod języka.',
  'customer.guest-with-login': 'Gość nie ma logowania; zaprosić lub włączyć można tylko konto.',
  'customer.metafield-invalid': 'Metapole wymaga klucza w postaci namespace.key i zwykłej wartości JSON.',
  'customer.name-look-alike':
    'To imię lub nazwisko miesza alfabety albo zawiera niewidoczne znaki: może nie być tym, na co wygląda.',

  'activity.value-ignored': 'Tego, co tu podano, nie da się odczytać, więc zostało pominięte.',
  'activity.possible-duplicate': 'To może być ta sama osoba co {customers}.',
  'activity.contact-taken': 'Profil {id} już to ma, więc zostało pominięte.',
  'activity.account-held-back':
    'Konta nie powiązano z profilem o tym samym adresie e-mail, {customers}: do tego potrzebny jest dowód, że skrzynka należy do tej osoby.',
  'activity.nobody-found': 'Nie ma profilu, do którego mogłoby należeć to zamówienie.',

  'edit.not-allowed': 'Tego nie można stąd zmienić; może to zrobić tylko sklep.',
  'edit.consent-apart': 'Zgody nie zmienia się razem z innymi polami, lecz osobno: ma czas, poziom i źródło.',
  'edit.address-blank': 'Z tego adresu nic nie zostało. Zamiast tego usuń go.',
  'edit.consent-of-old-contact':
    'Zgody udzielono dla dawnego kontaktu. Poproś o nią ponownie albo ją wycofaj.',
  'edit.deleted': 'Profil został usunięty.',
  'edit.redacted': 'Dane osobowe tego profilu zostały wymazane.',
  'edit.merge-in-progress': 'Scalanie tego profilu jeszcze trwa. Poczekaj, aż się skończy.',
  'edit.conflict': 'Ktoś inny zmienił to w międzyczasie. Porównaj obie wartości i wybierz.',
  'consent.transition-not-allowed': 'Zgoda nie może przejść ze stanu „{from}” do stanu „{to}”.',
  'consent.level-missing': 'Zgoda musi mówić, jak stanowczo jej udzielono.',
  'consent.level-not-allowed': 'Zgoda na tym poziomie nie może mieć stanu „{state}”.',
  'consent.in-future': 'To się jeszcze nie wydarzyło.',
  'consent.outdated': 'Klient odpowiedział od tego czasu na nowo, więc to się nie liczy.',
  'capability.field-not-stored': 'Sklep nie ma gdzie tego przechować ({field}).',

  'bulk.page-too-large': {
    by: 'limit',
    one: 'Strona mieści najwyżej {limit} klienta, a nie {length}.',
    few: 'Strona mieści najwyżej {limit} klientów, a nie {length}.',
    many: 'Strona mieści najwyżej {limit} klientów, a nie {length}.',
    other: 'Strona mieści najwyżej {limit} klienta, a nie {length}.',
  },
  'bulk.address-added': 'Adres dodaje się jednemu klientowi naraz.',
  'bulk.no-longer-selected': 'Profil zmienił się w międzyczasie i nie należy już do wybranych.',
  'bulk.cursor-invalid': 'To nie jest miejsce na liście klientów.',

  'comment.blank': 'Komentarz nie może być pusty.',
  'comment.not-staff': 'Na osi czasu piszą tylko pracownicy.',
  'comment.not-author': 'Komentarz {id} może wycofać tylko jego autor.',
  'comment.unknown': 'Nie ma komentarza {id}.',
  'capability.no-timeline': 'Ten sklep nie prowadzi osi czasu, którą można czytać.',

  'capability.fallback':
    'Magazyn danych sam na to nie odpowie ({method}), więc przeczytano wszystkich klientów: to trwa długo.',
  'capability.no-segments': 'Ten sklep nie przechowuje zapisanych segmentów.',
  'capability.no-memberships': 'Ten sklep nie przechowuje, kto należy do segmentu.',
  'find.cursor-invalid': 'To nie jest miejsce na tej liście klientów.',
  'find.page-too-large': {
    by: 'limit',
    one: 'Strona mieści najwyżej {limit} klienta.',
    few: 'Strona mieści najwyżej {limit} klientów.',
    many: 'Strona mieści najwyżej {limit} klientów.',
    other: 'Strona mieści najwyżej {limit} klienta.',
  },
  'segments.name-taken': 'Tę nazwę ma już inny segment.',
  'segments.name-blank': 'Segment potrzebuje nazwy.',
  'segments.unknown': 'Nie ma segmentu {id}.',

  'load.unknown': 'Nie ma klienta {id}.',
  'load.deleted': 'Klient {id} został usunięty.',
  'load.merged': 'Klienta {id} scalono z {into}.',

  'commit.key-reused': 'Tego klucza użyto do innego żądania.',
  'commit.not-confirmed': 'Tego nie da się cofnąć; najpierw trzeba to potwierdzić.',
  'commit.stale': '{id}: w międzyczasie coś się zmieniło. Sprawdź i powtórz.',
  'commit.fact-changed': 'To, co sklep wie o kliencie {id}, zmieniło się w międzyczasie ({fact}).',
  'commit.identity-taken': 'Ten e-mail lub telefon ma już inny klient.',
  'commit.outcome-unknown':
    'Magazyn danych nie odpowiedział; nie wiadomo, czy to wykonano. Zapytaj ponownie z kluczem {key}.',

  'distinct.too-few': 'Aby stwierdzić, że to różne osoby, potrzeba dwóch profili.',
  'distinct.same-customer': 'Klienta {id} wymieniono dwa razy.',

  'merge.subscription-history': 'Jest lub była subskrypcja.',
  'merge.company-contact': 'Klient należy do firmy albo zamawiał w jej imieniu.',
  'merge.vaulted-card': 'W sejfie zapisano kartę płatniczą.',
  'merge.store-credit': 'Jest konto środków sklepowych.',
  'merge.multipass': 'Włączone jest logowanie Multipass.',
  'merge.deleted': 'Profil został usunięty.',
  'merge.redacted': 'Dane osobowe zostały wymazane albo wkrótce zostaną.',
  'merge.in-progress': 'Scalanie tego profilu jeszcze trwa.',
  'merge.data-request': 'Trwa realizacja wniosku o wydanie danych osobowych.',
  'merge.unknown-fact': 'Sklep nie wie, czy coś stoi na przeszkodzie. Nieznane: „{fact}”.',
  'merge.too-few-records': 'Scalenie wymaga co najmniej dwóch profili.',
  'merge.same-customer': 'Profilu nie można scalić z nim samym.',
  'merge.unknown-record': 'Wybór wskazuje profil, który nie bierze udziału w scaleniu.',
  'merge.unknown-field': {
    by: 'count',
    one: 'Jest tu pole, którego przy scalaniu nie można wybrać.',
    few: 'Są tu {count} pola, których przy scalaniu nie można wybrać.',
    many: 'Jest tu {count} pól, których przy scalaniu nie można wybrać.',
    other: 'Jest tu {count} pola, których przy scalaniu nie można wybrać.',
  },
  'merge.kept-value-missing': 'Profil wybrany dla tego pola nie ma wartości do zachowania.',
  'merge.survivor-not-free': 'Zostaje profil, którego e-mail jest zachowany; innego nie można wybrać.',
  'merge.note-too-long':
    'Liczba znaków połączonej notatki: {length}; dozwolona: najwyżej {limit}. Wybierz krótszą.',
  'merge.too-many-tags': 'Liczba tagów po scaleniu: {length}; dozwolona: najwyżej {limit}. Wybierz mniej.',
  'merge.consent-widened':
    'Scalony profil jest subskrybentem, choć jeden z nich odmówił albo chodziło o inny kontakt.',
  'merge.mixed-currencies': 'Wydane kwoty są w różnych walutach i nie da się ich zsumować.',

  'deletion.pending-redaction':
    'Wymazanie danych osobowych oczekuje na wykonanie. Odwołaj je albo poczekaj, aż się skończy.',
  'deletion.scheduled-gift-card':
    'Dla tego klienta zaplanowano kartę podarunkową. Najpierw ją doręcz albo odwołaj.',
  'deletion.subscription-history': 'Jest lub była subskrypcja. Zamiast tego można wymazać dane osobowe.',
  'deletion.active-subscription': 'Jest czynna subskrypcja. Najpierw ją zakończ.',
  'deletion.order-history': 'Są zamówienia. Zamiast tego można wymazać dane osobowe.',
  'deletion.deleted': 'Profil został już usunięty.',
  'deletion.merge-in-progress': 'Scalanie tego profilu jeszcze trwa. Poczekaj, aż się skończy.',
  'deletion.unknown-fact': 'Sklep nie wie, czy coś stoi na przeszkodzie. Nieznane: „{fact}”.',

  'privacy.deleted': 'Profil został usunięty, a z nim dane osobowe.',
  'privacy.already-redacted': 'Dane osobowe zostały już wymazane.',
  'privacy.already-requested': 'Wymazania danych osobowych już zażądano.',
  'privacy.not-pending': 'Nie oczekuje żadne wymazanie, które można by odwołać.',
  'privacy.not-requester': 'Wymazanie może odwołać tylko ten, kto go zażądał.',
  'privacy.erasure-begun': 'Wymazywanie się zaczęło i nie można go już odwołać.',
  'privacy.not-requested': 'Najpierw trzeba zażądać wymazania danych osobowych.',
  'privacy.merge-in-progress': 'Scalanie tego profilu jeszcze trwa. Poczekaj, aż się skończy.',
  'privacy.relation-outstanding':
    'W innych częściach sklepu dane osobowe są jeszcze wymazywane. Powtórz to, gdy się skończy.',
  'privacy.retention': {
    by: 'days',
    one: 'Dane osobowe są przechowywane {days} dzień po ostatnim zamówieniu, do {until}.',
    few: 'Dane osobowe są przechowywane {days} dni po ostatnim zamówieniu, do {until}.',
    many: 'Dane osobowe są przechowywane {days} dni po ostatnim zamówieniu, do {until}.',
    other: 'Dane osobowe są przechowywane {days} dnia po ostatnim zamówieniu, do {until}.',
  },
  'privacy.last-order-unknown': {
    by: 'days',
    one: 'Dane osobowe są przechowywane przez {days} dzień po ostatnim zamówieniu, a sklep nie wie, kiedy ono było.',
    few: 'Dane osobowe są przechowywane przez {days} dni po ostatnim zamówieniu, a sklep nie wie, kiedy ono było.',
    many: 'Dane osobowe są przechowywane przez {days} dni po ostatnim zamówieniu, a sklep nie wie, kiedy ono było.',
    other:
      'Dane osobowe są przechowywane przez {days} dnia po ostatnim zamówieniu, a sklep nie wie, kiedy ono było.',
  },
  'privacy.data-already-requested': 'O wydanie danych osobowych już wystąpiono.',
  'privacy.data-not-requested': 'Nikt nie wystąpił o wydanie danych osobowych.',
  'privacy.data-request-pending':
    'Wystąpiono o wydanie danych osobowych i jeszcze ich nie wydano; potem nic z nich nie zostanie.',
  'privacy.unknown-fact': 'Sklep nie wie, czy coś stoi na przeszkodzie. Nieznane: „{fact}”.',

  'csv.not-utf-8':
    'Plik nie jest tekstem w UTF-8[; to {encoding}]. Zapisz go jako CSV UTF-8 i spróbuj ponownie.',
  'csv.empty': 'Plik jest pusty.',
  'csv.header-unknown': 'Pierwszy wiersz nie ma żadnej z kolumn pliku klientów; wielkość liter ma znaczenie.',
  'csv.header-too-long': 'Pierwszy wiersz jest za długi na nazwy kolumn.',
  'csv.column-missing': 'Brakuje kolumny {column}.',
  'csv.column-repeated': 'Kolumna {column} występuje dwa razy.',
  'csv.columns-unknown': 'Tych kolumn nie rozpoznano i nie wczytano: {columns}.',
  'csv.blank-row': 'Wszystkie komórki wiersza są puste.',
  'csv.too-few-columns': 'Liczba komórek w wierszu: {found}, w nagłówku: {expected}.',
  'csv.too-many-columns':
    'Liczba komórek w wierszu: {found}, w nagłówku: {expected}; komórka z przecinkiem musi stać w cudzysłowie.',
  'csv.row-too-long': {
    by: 'limit',
    one: 'Wiersz ma więcej niż {limit} znak; może brakuje cudzysłowu.',
    few: 'Wiersz ma więcej niż {limit} znaki; może brakuje cudzysłowu.',
    many: 'Wiersz ma więcej niż {limit} znaków; może brakuje cudzysłowu.',
    other: 'Wiersz ma więcej niż {limit} znaku; może brakuje cudzysłowu.',
  },
  'csv.stray-quote':
    'W środku komórki jest cudzysłów. Weź komórkę w cudzysłów i podwój ten, który jest w środku.',
  'csv.unclosed-quote': 'Cudzysłów otwarto i nigdy nie zamknięto.',
  'csv.not-yes-or-no': 'Tu musi być yes albo no.',
  'csv.value-unknown': 'To nie jest żadne ze znanych tu słów: {expected}.',
  'csv.not-a-whole-number': 'To musi być liczba całkowita.',
  'csv.email-missing': 'Brakuje e-maila; w takich plikach każdy wiersz go potrzebuje.',
  'csv.code-missing': 'Nazwy nie wczytano, bo kolumna z jej kodem jest pusta.',
  'csv.same-email': 'Ten e-mail ma też wiersz {earlier}: ta sama osoba jest w pliku dwa razy.',
  'csv.same-phone': 'Ten telefon ma też wiersz {earlier}: ta sama osoba może być w pliku dwa razy.',
  'csv.scientific-notation':
    'Arkusz kalkulacyjny zamienił tę liczbę na zapis taki jak 1.23E+10. Sformatuj kolumnę jako tekst i wyeksportuj ponownie.',

  'import.superseded': 'Ta sama osoba jest ponownie w wierszu {by}; liczy się tamten wiersz.',
  'import.exists': 'Ten klient już istnieje, a import niczego nie nadpisuje.',
  'import.suppressed': 'Ta osoba zażądała wymazania swoich danych i zostaje pominięta.',
  'import.identity-taken': 'Ten e-mail lub telefon ma już inny klient.',
  'import.several-matches': 'Wiersz pasuje do kilku klientów: {ids}.',
  'import.id-missing': 'Wiersz nie ma identyfikatora, a import idzie według identyfikatorów.',
  'import.id-unknown': 'Nie ma klienta o tym identyfikatorze.',
  'import.too-many-refused': 'Import się zatrzymał, bo odrzucono więcej wierszy niż {limit}.',
  'import.not-reached': 'Import zatrzymał się, zanim zapisano ten wiersz.',
  'import.repeats-earlier-row': 'Ta sama osoba była w wierszu {earlier}; liczy się ten wiersz.',
  'import.consent-without-source': 'Pominięto zgodę, bo nie podano, gdzie jej udzielono.',
  'import.consent-without-contact': 'Pominięto zgodę, bo brakuje adresu lub numeru, którego by dotyczyła.',
  'import.consent-kept': 'Klient wcześniej odmówił; plik tego nie zmienia.',
  'import.consent-withdrawn': 'Według pliku klient nie jest już subskrybentem.',

  'segment.unexpected':
    'To jest tu niespodziewane[: „{found}”].[ Czy chodziło o {nearest}?][ Możliwe tutaj: {expected}.]',
  'segment.unknown-attribute':
    'Nie ma filtru „{found}”.[ Czy chodziło o {nearest}?][ Możliwe tutaj: {expected}.]',
  'segment.unknown-value':
    'Nie ma tu wartości „{found}”.[ Czy chodziło o {nearest}?][ Na przykład: {expected}.]',
  'segment.operator-not-allowed': 'Tego filtru nie można użyć z „{found}”, ale można z {expected}.',
  'segment.bad-date': '„{found}” nie jest datą, która istnieje.[ Daty zapisuje się tak: {expected}.]',
  'segment.history-needed': 'To zapytanie pyta o coś, czego nie da się tu powiedzieć: {readers}.',
  'segment.too-long': 'Zapytanie jest za długie; dozwolona liczba znaków: {limit}.',
  'segment.too-deep': 'W zapytaniu jest za dużo nawiasów w nawiasach; dozwolona głębokość: {limit}.',
  'segment.too-large': 'W zapytaniu jest za dużo warunków lub wartości; dozwolona liczba: {limit}.',
  'segment.cycle': 'Segment „{found}” prowadzi z powrotem do siebie.',
  'segment.not-mapped': 'Baza danych nie ma kolumny dla „{name}”.',
  'segment.unsupported': 'Bazy danych nie można o to zapytać w przypadku „{name}”.',
  'segment.bad-name': 'Tabela lub kolumna dla „{name}” ma nazwę, której nie można użyć.',
  'segment.assumed-date': 'Datę w cudzysłowie odczytano jako datę.',
  'segment.assumed-value': '„{found}” odczytano jako {read}.',
  'segment.assumed-type': 'Typ, w którym odczytano metapole: {read}.',
}
