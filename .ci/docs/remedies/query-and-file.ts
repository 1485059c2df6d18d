import type { FindProblemCode } from '../../../src/repository/page-cursor.js'
import type { SavedSegmentProblemCode } from '../../../src/repository/saved-segments.js'
import type { SegmentCallProblemCode } from '../../../src/service/segments/segment-calls.js'
import type { SegmentProblemCode } from '../../../src/segment/segment-problem.js'
import type { SegmentSqlProblemCode } from '../../../src/segment/sql/sql-problem.js'
import type { CsvProblemCode, ImportProblemCode } from '../../../src/transfer/transfer-problem.js'
import type { Remedies } from './remedy.js'

type Code =
  | SegmentProblemCode
  | SegmentSqlProblemCode
  | 'segment.history-needed'
  | CsvProblemCode
  | ImportProblemCode
  | FindProblemCode
  | Exclude<SavedSegmentProblemCode, 'commit.stale'>
  | SegmentCallProblemCode

/** What can stand against a query, a file, or a row of one. */
export const queryAndFileRemedies: Remedies<Code> = {
  'segment.unexpected': {
    params: ['start', 'end', 'found', 'expected', 'nearest'],
    cause:
      'Something else belongs at this place of the query: a bracket, an operator, a value, or anything at all.',
    remedy: 'Mark the place and offer `params.expected`; `completeSegment` lists what fits while typing.',
  },
  'segment.unknown-attribute': {
    params: ['start', 'end', 'found', 'expected', 'nearest'],
    cause: 'The catalog has no such attribute, function or parameter.',
    remedy: 'Offer `params.nearest`. The [segment reference](segments.md) lists all; a host can add its own.',
  },
  'segment.unknown-value': {
    params: ['start', 'end', 'found', 'expected', 'nearest'],
    cause:
      'The value is not among those that the attribute knows, has another form, or names a segment that is not there.',
    remedy:
      'Offer `params.nearest` or one of `params.expected`. Texts stand in single quotes, numbers do not.',
  },
  'segment.operator-not-allowed': {
    params: ['start', 'end', 'found', 'expected'],
    cause: 'The attribute is of a type with which this operator makes no sense, such as `>` with a text.',
    remedy: 'Use one of `params.expected`.',
  },
  'segment.bad-date': {
    params: ['start', 'end', 'found', 'expected'],
    cause: 'It has not the form of a date, or no calendar has such a day.',
    remedy: 'Write it in one of the forms of `params.expected`.',
  },
  'segment.history-needed': {
    params: ['readers'],
    cause:
      'The query asks for what the record does not hold, and no reader of `related` was given that could tell.',
    remedy: 'Pass the readers that `params.readers` names to `createCustomers`.',
  },
  'segment.too-long': {
    params: ['start', 'end', 'limit'],
    cause: 'The text of the query is longer than any that a person writes.',
    remedy: "Divide it into named segments: `segment('name')`.",
  },
  'segment.too-deep': {
    params: ['start', 'end', 'found', 'limit'],
    cause: 'There are too many brackets within brackets, or too many segments that name one another.',
    remedy: 'Take out brackets that change nothing; name fewer segments within segments.',
  },
  'segment.too-large': {
    params: ['start', 'end', 'limit'],
    cause:
      'There are too many conditions, or too many values in one list, or more conditions than `maxClauses` allows.',
    remedy: 'Tag the customers in question and ask for the tag.',
  },
  'segment.cycle': {
    params: ['start', 'end', 'found'],
    cause: 'The segment names another that leads back to it.',
    remedy: 'Take the name out of one of them.',
  },
  'segment.not-mapped': {
    params: ['name', 'dialect'],
    cause: 'The mapping does not say in which column or table this is stored.',
    remedy: 'Add it to the mapping, or ask the predicate of `compileSegment` instead of the database.',
  },
  'segment.unsupported': {
    params: ['name', 'dialect'],
    cause: 'The database, or the way in which this is stored there, cannot answer the question.',
    remedy: 'Store it in another form, or ask the predicate of `compileSegment`.',
  },
  'segment.bad-name': {
    params: ['name', 'dialect'],
    cause: 'A table, column or alias of the mapping has a name that cannot be quoted safely.',
    remedy: 'Correct the mapping. Never build names from what users type.',
  },
  'segment.assumed-date': {
    as: 'warning',
    params: ['start', 'end', 'found'],
    cause: 'The date stands in quotes. Sources disagree whether it may; it was read as a date.',
    remedy: 'Nothing. `printSegment` keeps it as it was typed.',
  },
  'segment.assumed-value': {
    as: 'warning',
    params: ['start', 'end', 'found', 'read'],
    cause: 'Another word for a known value was met, a region without its country, or a bare word for a text.',
    remedy: 'Show `params.read`, so that whoever typed it can object.',
  },
  'segment.assumed-type': {
    as: 'warning',
    params: ['start', 'end', 'found', 'read'],
    cause: 'A metafield has no type of its own; it is compared as the value beside it is.',
    remedy: "Look whether the values are stored so. A text `'5'` is never the number `5`.",
  },

  'csv.not-utf-8': {
    params: ['row', 'encoding'],
    cause:
      'The file is a spreadsheet, is packed, or is a text in another encoding. Names would be garbled for good.',
    remedy: 'Save it as “CSV UTF-8” and send it again.',
  },
  'csv.empty': {
    params: ['row'],
    cause: 'There is nothing in the file but blank lines, if anything.',
    remedy: 'Look whether it arrived whole, and send it again.',
  },
  'csv.header-unknown': {
    params: ['row', 'expected'],
    cause: 'The first row has none of the columns of any known format, which are named letter for letter.',
    remedy: 'Pass `columns`, which says of each header what it means, or start from `csvTemplate`.',
  },
  'csv.header-too-long': {
    params: ['row', 'limit'],
    cause: 'A header is so long that it cannot be the name of a column.',
    remedy: 'Look whether the first row is really the header, and whether a quote is missing.',
  },
  'csv.column-missing': {
    params: ['row', 'column'],
    cause: 'The format cannot do without this column.',
    remedy: 'Add it, or name the format if another one is meant.',
  },
  'csv.column-repeated': {
    params: ['row', 'column'],
    cause: 'Two columns have the same meaning, and nobody can tell which one counts.',
    remedy: 'Remove one, or leave it out with `columns`.',
  },
  'csv.columns-unknown': {
    as: 'warning',
    params: ['row', 'columns'],
    cause: 'Columns that no format knows were not read.',
    remedy: 'Map them with `columns`, or keep them as metafields with `keepUnknownAs`.',
  },
  'csv.blank-row': {
    params: ['row'],
    cause: 'All cells of the row are blank.',
    remedy: 'Nothing. The row is passed over and counted.',
  },
  'csv.too-few-columns': {
    params: ['row', 'expected', 'found'],
    cause: 'The row has fewer cells than the header; something may be lost.',
    remedy: 'Compare the row with the header; a line end within a cell must stand in quotes.',
  },
  'csv.too-many-columns': {
    params: ['row', 'expected', 'found'],
    cause: 'The row has more cells than the header, so that everything after a stray comma has moved.',
    remedy: 'Put the cell that holds a comma in quotes.',
  },
  'csv.row-too-long': {
    params: ['row', 'limit'],
    cause: 'The row is longer than any customer’s: a quote was opened and not closed.',
    remedy: 'Look for the quote in the row named, and send the file again.',
  },
  'csv.stray-quote': {
    params: ['row'],
    cause: 'Behind the closing quote of a cell stands more text: `"x"y`.',
    remedy: 'Put the cell in quotes and write the quote twice.',
  },
  'csv.unclosed-quote': {
    params: ['row'],
    cause: 'A quote is opened and the file ends before it is closed.',
    remedy: 'Close it. This line alone is refused; the lines behind it are read as rows of their own.',
  },
  'csv.not-yes-or-no': {
    params: ['row', 'column', 'expected'],
    cause: 'The cell says neither yes nor no.',
    remedy: 'Write one of `params.expected`.',
  },
  'csv.value-unknown': {
    params: ['row', 'column', 'expected'],
    cause: 'The cell holds none of the words that the column knows.',
    remedy: 'Write one of `params.expected`.',
  },
  'csv.not-a-whole-number': {
    params: ['row', 'column'],
    cause: 'The cell holds no whole number.',
    remedy: 'Write digits alone, without a decimal point or a separator of thousands.',
  },
  'csv.email-missing': {
    params: ['row', 'column'],
    cause: 'The format goes by emails, and this row has none.',
    remedy: 'Add the email, or import in a format that does without.',
  },
  'csv.code-missing': {
    as: 'warning',
    params: ['row', 'column'],
    cause:
      'The province or country stands there by name, and the column of its code is blank. Names are not guessed at.',
    remedy: 'Fill in the code.',
  },
  'csv.same-email': {
    as: 'warning',
    params: ['row', 'column', 'earlier'],
    cause: 'An earlier row of the file has the same email.',
    remedy: 'Remove one of the rows; in an import the later one counts.',
  },
  'csv.same-phone': {
    as: 'warning',
    params: ['row', 'column', 'earlier'],
    cause: 'An earlier row of the file has the same phone.',
    remedy: 'Look at both rows: it may be one person, or a family.',
  },
  'csv.scientific-notation': {
    params: ['row', 'column', 'ask'],
    cause:
      'A spreadsheet has turned a phone or postal code into a number such as `4.86E+10`; digits are lost.',
    remedy: 'Format the column as text in the spreadsheet, and export it again from the source.',
  },

  'import.superseded': {
    params: ['row', 'by'],
    cause: 'The same person stands further down in the file.',
    remedy: 'Nothing. The last row counts, and this one says which that is.',
  },
  'import.exists': {
    params: ['row', 'id'],
    cause: 'The customer was there before, and the import does not overwrite.',
    remedy: 'Pass `overwrite: true` if the file is to win.',
  },
  'import.suppressed': {
    params: ['row'],
    cause: 'The person has had their data erased, and an old file must not bring them back.',
    remedy: 'Nothing. If they return by themselves, they get a new profile.',
  },
  'import.identity-taken': {
    params: ['row', 'column', 'id'],
    cause: 'The email or phone of the row is the unique one of another customer.',
    remedy: 'Look at the customer that `params.id` names; merge the two, or correct the row.',
  },
  'import.several-matches': {
    params: ['row', 'ids'],
    cause: 'Several customers have the email or phone of the row, where the policy lets them share it.',
    remedy: 'Merge them if they are one person, or correct the row; then import it again.',
  },
  'import.id-missing': {
    params: ['row'],
    cause: "The import goes by ids (`match: 'id'`), and the row has none.",
    remedy: 'Add the id, or import new customers in a run of their own.',
  },
  'import.id-unknown': {
    params: ['row'],
    cause: 'The import goes by ids, and no customer has this one.',
    remedy: 'Check which shop the file comes from.',
  },
  'import.too-many-refused': {
    params: ['limit'],
    cause: 'More rows were refused than the caller allows, so the file is probably not what it should be.',
    remedy:
      'Correct the refused rows and import again under the same key: what was written before is recognised.',
  },
  'import.not-reached': {
    params: ['row'],
    cause: 'The import ended before it came to this row.',
    remedy: 'Import the file again under the same key; it goes on where it stopped.',
  },
  'import.repeats-earlier-row': {
    as: 'warning',
    params: ['row', 'earlier'],
    cause: 'The person stood in an earlier row, which had been written already.',
    remedy: 'Nothing. This row counts.',
  },
  'import.consent-without-source': {
    as: 'warning',
    params: ['row', 'column'],
    cause: 'The file says yes to marketing, and nobody has said where that yes was given.',
    remedy: 'Pass `consentSource`, if you know it; otherwise ask the customers.',
  },
  'import.consent-without-contact': {
    as: 'warning',
    params: ['row', 'column'],
    cause: 'The file says yes to a channel for which the customer has no contact.',
    remedy: 'Add the contact to the row.',
  },
  'import.consent-kept': {
    as: 'warning',
    params: ['row', 'column'],
    cause: 'The file says yes, and the customer has said no before.',
    remedy: 'Nothing. Only the customer can take back a no.',
  },
  'import.consent-withdrawn': {
    as: 'warning',
    params: ['row', 'column'],
    cause: 'The customer was subscribed, and the file says no.',
    remedy: 'Nothing, unless the column was meant otherwise.',
  },
  'find.cursor-invalid': {
    cause: '`after` is no place in this list: it is of another sort, of another store, or was cut short.',
    remedy: 'Pass the `next` of the page before, with the same sort; else begin at the first page.',
  },
  'find.page-too-large': {
    params: ['limit'],
    cause: 'More customers are wanted at once than a page of the policy holds (`limits.page`).',
    remedy: 'Ask page by page, or read all with `members`.',
  },
  'segments.name-taken': {
    cause: 'Another saved segment has the name; upper and lower case and accents do not count.',
    remedy: 'Choose another, or save over that one under its id and revision.',
  },
  'segments.name-blank': { cause: 'The segment has no name.', remedy: 'Ask for one.' },
  'segments.unknown': {
    params: ['id'],
    cause: 'No saved segment has this id (any more). Everybody’s, `all`, is saved nowhere.',
    remedy: 'Load the list again.',
  },
}
