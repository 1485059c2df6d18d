import {
  type AddressInput,
  explainProblem,
  isMilitaryMail,
  type MilitaryRepair,
  militaryAddressProblems,
  type Problem,
  type ProblemMessages,
  repairMilitaryAddress,
} from 'clientele'
import { element, make } from './element.js'

type Field = HTMLInputElement | HTMLSelectElement

/** Judges the address at every key, and gives a function that says it all again, in another language. */
export function watchAddress(language: () => ProblemMessages): () => void {
  const form = element('#address', HTMLFormElement)
  const fields = [...form.querySelectorAll<Field>('input, select')]
  const show = (): void => {
    const address = read(fields)
    const isMilitary = isMilitaryMail(address)
    const problems = isMilitary ? militaryAddressProblems(address, 'postal') : []
    for (const field of fields) showProblems(field, problems, language())
    showVerdict(isMilitary, problems)
    showRepairs(isMilitary ? repairMilitaryAddress(address).repairs : [], fields, show)
  }
  form.addEventListener('input', show)
  element('#repair > button', HTMLButtonElement).addEventListener('click', () => {
    write(fields, repairMilitaryAddress(read(fields)).address)
    show()
  })
  show()
  return show
}

/** Beside the field, for eyes and for readers of the screen. */
function showProblems(field: Field, problems: readonly Problem[], messages: ProblemMessages): void {
  const own = problems.filter(({ path }) => path[0] === field.name)
  const label = field.closest('label')
  label?.querySelectorAll('.problem').forEach((old) => old.remove())
  field.setAttribute('aria-invalid', String(own.length > 0))
  for (const problem of own) {
    const text = make('span', explainProblem(problem, messages), 'problem')
    text.lang = messages.language
    label?.append(text)
  }
}

function showVerdict(isMilitary: boolean, problems: readonly Problem[]): void {
  const verdict = element('#verdict', HTMLParagraphElement)
  const isRight = isMilitary && problems.length === 0
  verdict.classList.toggle('right', isRight)
  if (!isMilitary) verdict.textContent = 'Not US military mail: these rules do not apply.'
  else verdict.textContent = isRight ? '✓ Military mail, as the postal service wants it.' : ''
}

/** What is put right by one press, and what is only likely and is asked for by itself. */
function showRepairs(repairs: readonly MilitaryRepair[], fields: readonly Field[], show: () => void): void {
  element('#repair', HTMLDivElement).hidden = repairs.length === 0
  const isSafe = repairs.some(({ level }) => level === 'safe')
  element('#repair > h3', HTMLHeadingElement).textContent = isSafe ? 'Put right' : 'Did you mean this?'
  element('#repair > button', HTMLButtonElement).hidden = !isSafe
  const rows = repairs.map(({ code, level, path: [name], before, after }) => {
    const row = make('tr')
    const change = make('td')
    if (before !== null) change.append(make('del', before), ' ')
    change.append(make('ins', after ?? '—'))
    row.append(make('th', labelOf(name, fields)), change, make('td'))
    if (level === 'suggest') row.lastElementChild?.append(suggestion(code))
    return row
  })
  element('#repair tbody', HTMLTableSectionElement).replaceChildren(...rows)

  /** Fields that change together have one code. */
  function suggestion(code: string): HTMLButtonElement {
    const button = make('button', 'Use')
    button.type = 'button'
    button.addEventListener('click', () => {
      const together = repairs.filter((repair) => repair.code === code)
      write(fields, Object.fromEntries(together.map(({ path: [field], after }) => [field, after])))
      show()
    })
    return button
  }
}

function labelOf(name: string, fields: readonly Field[]): string {
  const label = fields.find((field) => field.name === name)?.closest('label')
  return label?.firstChild?.textContent?.trim() ?? name
}

function read(fields: readonly Field[]): AddressInput {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]))
}

/** Fields that are not named stay as they are. */
function write(fields: readonly Field[], address: AddressInput): void {
  for (const field of fields) {
    const value = address[field.name as keyof AddressInput]
    if (value !== undefined) field.value = value ?? ''
  }
}
