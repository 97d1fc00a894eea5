/* upper.h — a toy that uses the one below it.   [upper] */
#ifndef IK_UPPER_H
#define IK_UPPER_H
int ik_upper_value(void);
#endif
