/** Whether a word is another but for one slip: a letter wrong, missing or too many, or two neighbours swapped. */
export function isOneSlip(word: string, meant: string): boolean {
  const start = sameLength(word, meant)
  const end = sameLength(reversed(word.slice(start)), reversed(meant.slice(start)))
  const typed = word.slice(start, word.length - end)
  const right = meant.slice(start, meant.length - end)
  return Math.max(typed.length, right.length) <= 1 || (typed.length === 2 && typed === reversed(right))
}

/** How many letters two words begin with alike. */
function sameLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

function reversed(word: string): string {
  return word.split('').toReversed().join('')
}

/** Digits that are typed, or read, for a letter. */
const digitsLike: { readonly [letter: string]: string | undefined } = { I: '1', O: '0', S: '5' }

/** What is typed for a short word most: a letter twice, two neighbours swapped, a digit like a letter. */
export function likelySlips(word: string): string[] {
  const slips = [...word].flatMap((letter, at) => {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)]
    return [
      before + letter + letter + after,
      before.slice(0, -1) + letter + before.slice(-1) + after,
      before + (digitsLike[letter] ?? letter) + after,
    ]
  })
  return slips.filter((slip) => slip !== word)
}
