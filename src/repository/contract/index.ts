export { repositoryContract, type ContractOptions } from './repository-contract.js'
export type { ContractCase, ContractGroup, ReadBack } from './contract-case.js'
