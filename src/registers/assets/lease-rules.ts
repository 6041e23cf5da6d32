export const contractKinds = ['lease', 'contracting', 'joint_operation'] as const;
export const tenantKinds = ['household', 'person', 'enterprise', 'cooperative', 'other'] as const;
