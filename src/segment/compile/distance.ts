import type { GeoPoint } from '../catalog/related.js'

/** The mean radius of the earth in kilometres. */
export const EARTH_RADIUS = 6371.0088

/** Kilometres between two points on a round earth (haversine); a half percent off at most. */
export function kilometresBetween(one: GeoPoint, other: GeoPoint): number {
  const latitudes = squaredHalfSine(other.latitude - one.latitude)
  const longitudes = squaredHalfSine(other.longitude - one.longitude)
  const chord = latitudes + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * longitudes
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, chord)))
}

function squaredHalfSine(degrees: number): number {
  return Math.sin(radians(degrees) / 2) ** 2
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

const POINT = /^(-?\d{1,2}(?:\.\d+)?), ?(-?\d{1,3}(?:\.\d+)?)$/

/** Reads a latitude and a longitude in degrees: `40.7, -74.0`, in brackets or without; `null` where it is none. */
export function readPoint(text: string): GeoPoint | null {
  const [, latitude, longitude] = POINT.exec(text.replace(/^\((.*)\)$/, '$1')) ?? []
  const point = { latitude: Number(latitude), longitude: Number(longitude) }
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null
}
