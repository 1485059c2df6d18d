/*!
 * Contains double-metaphone, because it has no CommonJS form of its own.
 *
 * (The MIT License)
 *
 * Copyright (c) 2014 Titus Wormer <tituswormer@gmail.com>
 *
 * Permission is hereby granted, free of charge, to any person obtaining
 * a copy of this software and associated documentation files (the
 * 'Software'), to deal in the Software without restriction, including
 * without limitation the rights to use, copy, modify, merge, publish,
 * distribute, sublicense, and/or sell copies of the Software, and to
 * permit persons to whom the Software is furnished to do so, subject to
 * the following conditions:
 *
 * The above copyright notice and this permission notice shall be
 * included in all copies or substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED 'AS IS', WITHOUT WARRANTY OF ANY KIND,
 * EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
 * MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT.
 * IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
 * CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT,
 * TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
 * SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
 */
import { doubleMetaphone } from 'double-metaphone'

/** More different names than any base has; after that the memory begins anew. */
const REMEMBERED = 100_000
const remembered = new Map<string, string>()

/** How a folded name sounds (Double Metaphone, its first code); a name in letters that it does not know stands for itself. */
export function soundOf(name: string): string {
  const known = remembered.get(name)
  if (known !== undefined) return known
  const [code] = doubleMetaphone(name)
  const sound = code === '' ? name : code
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(name, sound)
  return sound
}
