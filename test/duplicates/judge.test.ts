import { describe, expect, it } from 'vitest'
import { areApart, doubtOf, type Doubt } from '../../src/duplicates/judge.js'
import { attributeNames, MISSING, type Comparison, type Levels } from '../../src/duplicates/pattern.js'

const nothing = Object.fromEntries(attributeNames.map((attribute) => [attribute, MISSING])) as Levels

/** Nothing is known of both but this: 3 is the same, 2 close, 1 alike, 0 unlike; and perhaps of one an email, of the other a phone. */
interface Known extends Partial<Levels> {
  readonly otherContacts?: boolean
}

const compared = ({ otherContacts = false, ...known }: Known): Comparison => ({
  levels: { ...nothing, ...known },
  haveContacts: otherContacts || known.email !== undefined || known.phone !== undefined,
})

describe('why two who look like one person need a look', () => {
  it.each<[Known, Doubt | null]>([
    // families share everything but the first name, twins the birth date, too
    [{ firstName: 0, lastName: 3 }, 'first-names-differ'],
    [{ firstName: 0, birthDate: 1 }, 'first-names-differ'],
    [{ firstName: 0, birthDate: 3, email: 3 }, 'first-names-differ'],
    [{ firstName: 0, birthDate: 3, phone: 0 }, 'first-names-differ'],
    [{ firstName: 0, birthDate: 3, otherContacts: true }, 'first-names-differ'],
    // in a register typed from paper a wrong field is likelier
    [{ firstName: 0, birthDate: 3 }, null],
    [{ firstName: 0, birthDate: 2 }, null],
    // an initial or a woman's form is no agreement, but the birth date tells
    [{ firstName: 1, lastName: 3 }, 'first-names-differ'],
    [{ firstName: 1, birthDate: 1 }, 'first-names-differ'],
    [{ firstName: 1, birthDate: 2 }, null],
    [{ firstName: 2, lastName: 3 }, null],
    // a father and a son may share even the name
    [{ firstName: 3, birthDate: 0, email: 3 }, 'birth-dates-differ'],
    [{ firstName: 3, birthDate: 0, phone: 2 }, 'birth-dates-differ'],
    [{ firstName: 3, birthDate: 0, otherContacts: true }, 'birth-dates-differ'],
    [{ firstName: 3, birthDate: 0 }, null],
    [{ firstName: 3, birthDate: 1, email: 3 }, null],
    // what a household shares, but for the email of one family
    [{ lastName: 3, street: 3, phone: 3 }, 'nothing-personal'],
    [{ lastName: 3, email: 2 }, 'nothing-personal'],
    [{ lastName: 0, email: 3 }, 'nothing-personal'],
    [{ lastName: 1, email: 3 }, null],
    [{ email: 3 }, null],
    [{ birthDate: 2, street: 3 }, null],
    [{ birthDate: 1, street: 3 }, 'nothing-personal'],
  ])('%j: %s', (known, doubt) => {
    expect(doubtOf(compared(known))).toBe(doubt)
  })
})

describe('who may not come into one group', () => {
  it.each<[Known, isPersonal: boolean, boolean]>([
    [{ firstName: 0, email: 3 }, true, true],
    [{ firstName: 0, phone: 0 }, false, true],
    [{ birthDate: 0, email: 0 }, true, true],
    [{ firstName: 0, birthDate: 3, otherContacts: true }, true, true],
    [{ firstName: 3, birthDate: 0, otherContacts: true }, true, true],
    [{ firstName: 3, birthDate: 3, email: 0 }, false, false],
    // without contacts only a tie by a name or a birth date goes further
    [{ firstName: 0, lastName: 3 }, false, true],
    [{ firstName: 0, lastName: 3 }, true, false],
    [{ firstName: 1, lastName: 3, email: 3 }, false, true],
    [{ firstName: 1, lastName: 3, email: 3 }, true, false],
    [{ birthDate: 0, firstName: 3 }, false, false],
    // a nameless profile fits all of a family, and is no reason
    [{ lastName: 3, phone: 3 }, false, false],
  ])('%j, tied by something personal: %s', (known, isPersonal, apart) => {
    expect(areApart(compared(known), isPersonal)).toBe(apart)
  })
})
