import { describe, expect, it } from 'vitest'
import { kilometresBetween, readPoint } from '../../../src/segment/compile/distance.js'

describe('a point on the earth', () => {
  it.each<[string, number, number]>([
    ['40.7, -74.0', 40.7, -74],
    ['40.7,-74', 40.7, -74],
    ['(40.7, -74.0)', 40.7, -74],
    // the poles, and the line where days change
    ['90, 180', 90, 180],
    ['-90, -180', -90, -180],
  ])('is %s', (text, latitude, longitude) => {
    expect(readPoint(text)).toEqual({ latitude, longitude })
  })

  it.each([
    '',
    '91, 0',
    '90.1, 0',
    '0, 181',
    '0, -180.5',
    '0',
    'north, west',
    // what stands before or behind it is no part of a number
    'x1, 2',
    '1, 2x',
    '1(0, 2)',
    '(1, 2)0',
    '(1, 2',
    '1, 2)',
  ])('is not %s', (text) => {
    expect(readPoint(text)).toBe(null)
  })
})

describe('a distance on a round earth', () => {
  it('is half as far for a degree of longitude where the circle is half as large', () => {
    // a degree of a great circle of the mean radius is 111.195 km, and the cosine of 60 degrees is a half
    const distance = kilometresBetween({ latitude: 60, longitude: 10 }, { latitude: 60, longitude: 11 })
    expect(distance).toBeCloseTo(55.6, 1)
  })
})
