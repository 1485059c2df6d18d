import { explainProblem, type Problem } from 'clientele'
import type { en } from 'clientele/messages/en'
import { completeSegment, explainSegment, parseSegment } from 'clientele/segment'
import { element, make } from './element.js'

/** So many completions are shown; whoever types on sees the others. */
const MOST_SHOWN = 8

/** What only the shop knows: here the tags in use. */
const valuesOf = (name: string): readonly string[] =>
  name === 'customer_tags' ? ['vip', 'wholesale', 'workshop'] : []

/** Reads the query at every key, and gives a function that says it all again, in another language. */
export function watchSegment(language: () => typeof en): () => void {
  const query = element('#segment', HTMLTextAreaElement)
  const list = element('#completions', HTMLDivElement)
  let options: readonly HTMLElement[] = []
  let selected = -1

  const show = (): void => {
    fit(query)
    showQuery(query.value, language())
    showCompletions()
  }
  const showCompletions = (): void => {
    selected = -1
    query.removeAttribute('aria-activedescendant')
    const { from, to, items } = completeSegment(query.value, query.selectionStart, { valuesOf })
    options = items.slice(0, MOST_SHOWN).map(({ text }, index) => {
      const option = make('div', text)
      option.id = `completion-${index}`
      option.role = 'option'
      option.ariaSelected = 'false'
      option.addEventListener('mousedown', (event) => event.preventDefault()) // the query keeps the focus
      option.addEventListener('click', () => {
        query.setRangeText(spaced(text, query.value.slice(to)), from, to, 'end')
        query.focus()
        show()
      })
      return option
    })
    list.replaceChildren(...options)
  }
  /** Down and up go through the completions, Enter takes one, Escape leaves them. */
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => select(Math.min(selected + 1, options.length - 1)),
    ArrowUp: () => select(selected - 1),
    Enter: () => options[selected]?.click(),
    Escape: () => select(-1),
  }
  const select = (index: number): void => {
    options[selected]?.setAttribute('aria-selected', 'false')
    options[index]?.setAttribute('aria-selected', 'true')
    selected = index
    query.setAttribute('aria-activedescendant', index < 0 ? '' : `completion-${index}`)
  }

  query.addEventListener('input', show)
  query.addEventListener('click', showCompletions)
  query.addEventListener('keyup', ({ key }) => {
    if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) showCompletions()
  })
  query.addEventListener('keydown', (event) => {
    const act = keys[event.key]
    const begins = event.key === 'ArrowDown' && options.length > 0
    if (act === undefined || (selected < 0 && !begins)) return
    event.preventDefault()
    act()
  })
  query.setSelectionRange(query.value.length, query.value.length)
  show()
  return show
}

/** What is wrong, where, and what was assumed; or in words who is in it. */
function showQuery(text: string, messages: typeof en): void {
  const outcome = parseSegment(text)
  const isBlank = text.trim() === ''
  const problems = outcome.ok || isBlank ? [] : outcome.problems
  const assumed = outcome.ok ? outcome.warnings : []
  const list = element('#segment-problems', HTMLUListElement)
  list.lang = messages.language
  list.replaceChildren(
    ...problems.map((problem) => make('li', explainProblem(problem, messages))),
    ...assumed.map((problem) => make('li', explainProblem(problem, messages), 'assumed')),
  )
  element('.marks', HTMLDivElement).replaceChildren(...marked(text, problems))
  element('#segment', HTMLTextAreaElement).setAttribute('aria-invalid', String(problems.length > 0))
  const explanation = element('#explanation', HTMLParagraphElement)
  explanation.lang = messages.language
  explanation.textContent = outcome.ok ? explainSegment(outcome.value, messages) : ''
}

/** The query once more, with a mark at each place that a problem names. One at the very end marks a blank behind it. */
function marked(text: string, problems: readonly Problem[]): (string | Node)[] {
  const pieces: (string | Node)[] = []
  let done = 0
  for (const { params } of problems.toSorted((one, other) => startOf(one) - startOf(other))) {
    const start = Math.max(Number(params?.['start'] ?? 0), done)
    const end = Math.max(Number(params?.['end'] ?? 0), start)
    pieces.push(text.slice(done, start), make('mark', text.slice(start, end) || '\u00a0'))
    done = end
  }
  return [...pieces, text.slice(done)]
}

function startOf({ params }: Problem): number {
  return Number(params?.['start'] ?? 0)
}

/** A word wants a blank behind it, unless there is one. */
function spaced(text: string, rest: string): string {
  return rest.startsWith(' ') || text.endsWith('(') ? text : `${text} `
}

/** As high as the query is long. */
function fit(query: HTMLTextAreaElement): void {
  query.style.height = 'auto'
  query.style.height = `${query.scrollHeight + 2}px`
}
