/** Everything that proposes and corrects what free-form tables mean. */
export { proposeMapping, type MappingContext } from './mapping-columns';
export { withColumn, withFrame, withHeader, type FrameChange } from './mapping-edits';
export { applySaved, proposeGroups, shapeOf } from './mapping-groups';
export { describeLayout, obstaclesOf, type ImportLayout } from './mapping-obstacles';
