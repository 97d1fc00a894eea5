/* lower.h — a toy that uses nothing.   [lower] */
#ifndef IK_LOWER_H
#define IK_LOWER_H
int ik_lower_value(void);
#endif
